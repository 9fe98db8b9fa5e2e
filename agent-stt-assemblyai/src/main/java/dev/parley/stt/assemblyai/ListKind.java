package dev.parley.stt.assemblyai;

import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import java.util.List;
import java.util.stream.Stream;

/** Lists of short texts, such as names to expect. */
final class ListKind extends ValueKind {
  private final int mostItems;
  private final int longestItem;

  ListKind(int mostItems, int longestItem) {
    this.mostItems = mostItems;
    this.longestItem = longestItem;
  }

  @Override
  Object check(String name, Object value) {
    List<String> items = ((List<?>) value).stream().map(Object::toString).toList();
    if (items.size() > mostItems) {
      throw bad(name, items.size() + " items long", "AssemblyAI takes " + mostItems + " at most");
    }
    for (String item : items) {
      checkItem(name, item);
    }
    return items;
  }

  private void checkItem(String name, String item) {
    if (item.isBlank() || item.length() > longestItem) {
      throw new IllegalArgumentException(
          name + " holds an item of " + item.length() + " characters; use 1 to " + longestItem);
    }
  }

  @Override
  Object read(Settings settings, Setting setting) {
    var items = Stream.of(settings.get(setting).split(",")).map(String::strip);
    return check(setting.key(), items.filter(item -> !item.isEmpty()).toList());
  }

  /** Returns the first of these that the vendor would take. */
  List<String> fit(List<String> items) {
    return items.stream()
        .map(String::strip)
        .filter(item -> !item.isEmpty() && item.length() <= longestItem)
        .distinct()
        .limit(mostItems)
        .toList();
  }
}
