package dev.parley.stt.assemblyai;

import java.util.List;
import java.util.stream.Stream;

/**
 * The values that a stream wants now: those of the engine, and what was changed since. A session
 * that follows another gets them anew, because the server forgets. Used in the stream's context
 * only.
 */
final class LiveValues {
  private static final int LONGEST_CONTEXT = 1_750;

  private final ModelFamily family;
  private ParameterValues values;

  LiveValues(Options options, List<String> keyterms) {
    this.family = options.family();
    this.values = options.values();
    if (!keyterms.isEmpty()) {
      Object own = values.get(Parameters.KEYTERMS);
      expect(joined(keyterms, own instanceof List<?> list ? list : List.of()));
    }
  }

  private static List<String> joined(List<String> first, List<?> second) {
    return Stream.concat(first.stream(), second.stream().map(String::valueOf)).toList();
  }

  ParameterValues values() {
    return values;
  }

  /** Replaces the words to expect by as many of these as the vendor takes. */
  void expect(List<String> keyterms) {
    set(Parameters.KEYTERMS, Parameters.KEYTERM_LIST.fit(keyterms));
  }

  /**
   * Tells what the agent said: the last 1,750 characters of it, because the server ends the session
   * at one more.
   */
  void agentSaid(String text) {
    if (!text.isBlank()) {
      set(Parameters.AGENT_CONTEXT, end(text.strip()));
    }
  }

  private static String end(String text) {
    if (text.length() <= LONGEST_CONTEXT) {
      return text;
    }
    int from = text.length() - LONGEST_CONTEXT;
    boolean splitsPair = Character.isLowSurrogate(text.charAt(from));
    return text.substring(splitsPair ? from + 1 : from);
  }

  /** Changes what these settings say, as far as the model knows it. */
  void update(ParameterValues changes) {
    changes.asMap().forEach(this::set);
  }

  private void set(Parameter parameter, Object value) {
    if (parameter.suits(family)) {
      values = values.with(parameter, value);
    }
  }
}
