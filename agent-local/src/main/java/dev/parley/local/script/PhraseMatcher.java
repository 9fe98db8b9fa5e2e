package dev.parley.local.script;

import dev.parley.local.script.Heard.Capture;
import dev.parley.local.script.WordList.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the phrases of a script that make up a text. Thread-safe. */
public final class PhraseMatcher {
  /** More words than this are no command; it bounds the work. */
  private static final int MOST_WORDS = 60;

  private final Script script;
  private final List<Expression> answers;

  /** Creates a matcher. */
  public PhraseMatcher(Script script) {
    this.script = script;
    this.answers = script.answers();
  }

  /**
   * Returns the fewest phrases that together are the whole text; empty when it holds anything else.
   */
  public List<Heard> match(String text) {
    return match(text, null);
  }

  /**
   * Like {@link #match(String)}, when a question is open: what can be understood as the answer to
   * it is, so that "eight" is a number of guests after one question and a time after another.
   *
   * @param asked the slot that was asked for, or null
   */
  public List<Heard> match(String text, @Nullable String asked) {
    List<String> words = Words.of(text);
    if (words.isEmpty() || words.size() > MOST_WORDS) {
      return List.of();
    }
    var best = new ArrayList<@Nullable Path>();
    words.forEach(each -> best.add(null));
    best.add(null);
    best.set(0, new Path(null, null, 0, 0));
    for (int start = 0; start < words.size(); start++) {
      Path path = best.get(start);
      if (path != null) {
        extend(path, words, start, asked, best);
      }
    }
    Path whole = best.get(words.size());
    return whole == null ? List.of() : whole.heard();
  }

  private void extend(
      Path path, List<String> words, int start, @Nullable String asked, List<@Nullable Path> best) {
    for (int from : around(script.before(), words, start)) {
      for (Intent intent : script.intents()) {
        for (Expression phrase : intent.phrases()) {
          ends(path, intent, phrase, words, from, null, best);
        }
      }
      for (Expression answer : answers) {
        ends(path, null, answer, words, from, asked, best);
      }
    }
  }

  private void ends(
      Path path,
      @Nullable Intent intent,
      Expression phrase,
      List<String> words,
      int from,
      @Nullable String asked,
      List<@Nullable Path> best) {
    for (End end : parse(phrase, words, from)) {
      var heard = new Heard(intent, end.captures());
      boolean answers = heard.captures().stream().anyMatch(each -> each.slot().equals(asked));
      Path found = path.then(heard, answers);
      for (int to : around(script.after(), words, end.position())) {
        Path known = best.get(to);
        if (to > from && (known == null || found.isBetterThan(known))) {
          best.set(to, found);
        }
      }
    }
  }

  /** The places that can be reached from {@code start} by up to two of {@code fillers}. */
  private List<Integer> around(List<Expression> fillers, List<String> words, int start) {
    var places = new ArrayList<Integer>(List.of(start));
    int begin = 0;
    for (int round = 0; round < 2; round++) {
      int end = places.size();
      for (int i = begin; i < end; i++) {
        for (Expression filler : fillers) {
          parse(filler, words, places.get(i)).forEach(each -> places.add(each.position()));
        }
      }
      begin = end;
    }
    return places.stream().distinct().toList();
  }

  private List<End> parse(Expression expression, List<String> words, int start) {
    if (expression instanceof Expression.Word word) {
      boolean fits = start < words.size() && words.get(start).equals(word.text());
      return fits ? List.of(new End(start + 1, List.of())) : List.of();
    } else if (expression instanceof Expression.Slot slot) {
      return slot(script.list(slot.list()), words, start);
    } else if (expression instanceof Expression.Choice choice) {
      var ends = new ArrayList<End>();
      choice.options().forEach(each -> ends.addAll(parse(each, words, start)));
      return ends;
    } else if (expression instanceof Expression.Sequence sequence) {
      return sequence(sequence, words, start);
    }
    throw new IllegalStateException("unknown expression " + expression.getClass());
  }

  private List<End> sequence(Expression.Sequence sequence, List<String> words, int start) {
    List<End> ends = List.of(new End(start, List.of()));
    for (Expression part : sequence.parts()) {
      var next = new ArrayList<End>();
      for (End end : ends) {
        parse(part, words, end.position()).forEach(each -> next.add(end.then(each)));
      }
      ends = next;
    }
    return ends;
  }

  private List<End> slot(WordList list, List<String> words, int start) {
    var ends = new ArrayList<End>();
    for (Entry entry : list.entries()) {
      for (Expression form : entry.forms()) {
        for (End end : parse(form, words, start)) {
          var capture = new Capture(list.name(), entry, end.captures());
          ends.add(new End(end.position(), List.of(capture)));
        }
      }
    }
    return ends;
  }

  /** Where a part of a text ends that fits, and what was said in its slots. */
  private record End(int position, List<Capture> captures) {
    End then(End next) {
      var all = new ArrayList<>(captures);
      all.addAll(next.captures());
      return new End(next.position(), all);
    }
  }

  /** A way from the start of a text to here, and how many phrases of it answer the question. */
  private record Path(@Nullable Path before, @Nullable Heard last, int length, int answers) {
    Path then(Heard heard, boolean answersQuestion) {
      return new Path(this, heard, length + 1, answers + (answersQuestion ? 1 : 0));
    }

    boolean isBetterThan(Path other) {
      return length == other.length ? answers > other.answers : length < other.length;
    }

    List<Heard> heard() {
      var all = new ArrayList<Heard>();
      for (Path path = this; path != null && path.last() != null; path = path.before()) {
        all.add(0, path.last());
      }
      return all;
    }
  }
}
