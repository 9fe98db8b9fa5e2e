package dev.parley.benchmarks.driver;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the harness asks of a driver.
 *
 * @param sttUrl host of the recogniser, to which {@code /s/SESSION/v3/ws} is added
 * @param wav what each caller says, in a cycle
 * @param marks where in it somebody speaks
 * @param out where events are written
 * @param sessions how many conversations this process holds
 * @param first the number of the first of them
 * @param of how many conversations all processes hold
 */
public record DriverArguments(
    String sttUrl,
    String llmUrl,
    String ttsUrl,
    Path wav,
    Path marks,
    Path out,
    int sessions,
    int first,
    int of,
    Profile profile) {

  /** Reads names and values in turn. */
  public static DriverArguments parse(String... arguments) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      values.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
    }
    return new DriverArguments(
        get(values, "stt-url"),
        get(values, "llm-url"),
        get(values, "tts-url"),
        Path.of(get(values, "wav")),
        Path.of(get(values, "marks")),
        Path.of(get(values, "out")),
        number(values, "sessions"),
        number(values, "first"),
        number(values, "of"),
        Profile.named(get(values, "profile")));
  }

  private static String get(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("--" + name + " is missing; the harness gives it");
    }
    return value;
  }

  private static int number(Map<String, String> values, String name) {
    return Integer.parseInt(get(values, name));
  }
}
