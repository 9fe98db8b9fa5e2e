package dev.parley.local.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a domain file, which is Markdown: {@code ##} begins a list or an intent, {@code -} is what
 * guests say, {@code >} what the assistant answers. Not thread-safe.
 */
public final class ScriptReader {
  private static final Pattern LIST = Pattern.compile("\\{([a-z]+)}");
  private static final Pattern MONEY = Pattern.compile("(\\w+), *(\\w+), *(\\w+), *(\\w+)");
  private static final Pattern SOUND = Pattern.compile("([a-z']+) *= *([A-Z]+(?: [A-Z]+)*)");
  private static final Pattern HEADER = Pattern.compile("(Before|After|Money|Sounds): *(.+)");

  private final Map<String, WordList> lists = new LinkedHashMap<>();
  private final List<Intent> intents = new ArrayList<>();
  private final List<Expression> before = new ArrayList<>();
  private final List<Expression> after = new ArrayList<>();
  private final Map<String, String> sounds = new HashMap<>();
  private Money money = Money.DOLLARS;
  private String title = "";
  private @Nullable Section section;
  private boolean inComment;

  private ScriptReader() {}

  /**
   * Reads a file's text.
   *
   * @param name the file's name, for errors
   * @throws IllegalArgumentException when a line makes no sense: which line, and what to do
   */
  public static Script read(String name, String text) {
    var reader = new ScriptReader();
    reader.lines("the built-in lists", BuiltIn.text());
    reader.title = "";
    reader.lines(name, text);
    Script script =
        new Script(
            reader.title,
            reader.lists,
            reader.intents,
            reader.before,
            reader.after,
            reader.sounds,
            reader.money);
    ScriptCheck.check(name, script);
    return script;
  }

  private void lines(String name, String text) {
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      try {
        line(line.strip());
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException(
            "line " + number + " of " + name + ": " + wrong.getMessage(), wrong);
      }
    }
    end();
  }

  private void line(String line) {
    if (inComment || line.startsWith("<!--")) {
      inComment = !line.endsWith("-->");
    } else if (line.startsWith("## ")) {
      end();
      section = begin(line.substring(3).strip());
    } else if (line.startsWith("# ")) {
      title = line.substring(2).strip();
    } else if (section != null) {
      section.line(line);
    } else {
      header(line);
    }
  }

  private static Section begin(String heading) {
    Matcher list = LIST.matcher(heading);
    return list.matches() ? new ListSection(list.group(1)) : new IntentSection(heading);
  }

  private void end() {
    if (section instanceof ListSection list) {
      lists.put(list.name(), list.read());
    } else if (section instanceof IntentSection intent) {
      intents.add(intent.read());
    }
    section = null;
  }

  /** Before the first heading everything is a note, but for four kinds of line. */
  private void header(String line) {
    Matcher header = HEADER.matcher(line);
    if (!header.matches()) {
      return;
    }
    String value = header.group(2);
    switch (header.group(1).toLowerCase(Locale.ROOT)) {
      case "before" -> patterns(value, before);
      case "after" -> patterns(value, after);
      case "money" -> money = money(value);
      default -> sound(value);
    }
  }

  private static void patterns(String value, List<Expression> target) {
    for (String each : value.split(",", -1)) {
      target.add(ExpressionReader.read(each));
    }
  }

  private static Money money(String value) {
    Matcher matcher = MONEY.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'"
              + value
              + "' names no money; write one, several, one hundredth, several: euro, euros, cent, cents");
    }
    return new Money(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4));
  }

  private void sound(String value) {
    Matcher matcher = SOUND.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'"
              + value
              + "' is no pronunciation; write the word and its CMU phones: latte = L AA T EY");
    }
    sounds.put(matcher.group(1), matcher.group(2));
  }

  /** What stands under one heading. */
  interface Section {
    /** Takes the next line, without blanks at its ends. */
    void line(String line);
  }
}
