package dev.parley.local.script;

import dev.parley.local.script.WordList.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a list: {@code - coffee, coffees (2.60)}. Not thread-safe. */
final class ListSection implements ScriptReader.Section {
  private static final Pattern WORTH = Pattern.compile("(.*\\S)\\s*\\(([0-9:.]+)\\)");

  private final String name;
  private final List<Entry> entries = new ArrayList<>();

  ListSection(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  @Override
  public void line(String line) {
    if (line.startsWith("- ")) {
      entries.add(entry(line.substring(2).strip()));
    } else if (!line.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + line + "' is no entry of {" + name + "}; an entry begins with a hyphen: - small");
    }
  }

  WordList read() {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("the list {" + name + "} is empty; add an entry: - small");
    }
    return new WordList(name, entries);
  }

  private static Entry entry(String text) {
    Matcher worth = WORTH.matcher(text);
    return worth.matches() ? entry(worth.group(1), worth.group(2)) : entry(text, null);
  }

  private static Entry entry(String ways, @Nullable String worth) {
    List<String> texts = Arrays.stream(ways.split(",", -1)).map(String::strip).toList();
    List<Expression> forms = texts.stream().map(ExpressionReader::read).toList();
    String first = texts.get(0);
    return new Entry(first, texts.size() > 1 ? texts.get(1) : first, worth, forms);
  }
}
