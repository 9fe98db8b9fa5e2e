package dev.parley.local.brain;

import dev.parley.local.script.Heard;
import dev.parley.local.script.Heard.Capture;
import dev.parley.local.script.WordList.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a guest has ordered so far. Not thread-safe. */
final class Order {
  private final List<OrderLine> lines = new ArrayList<>();
  private int latest;

  boolean isEmpty() {
    return lines.isEmpty();
  }

  void clear() {
    lines.clear();
    latest = 0;
  }

  /** Adds what was said; returns it in words. */
  String add(Heard heard) {
    var added = new ArrayList<OrderLine>();
    for (Capture capture : heard.captures()) {
      OrderLine.of(capture).ifPresent(added::add);
    }
    added.forEach(this::add);
    return words(added);
  }

  private void add(OrderLine line) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isAlike(line)) {
        lines.set(i, lines.get(i).withCount(lines.get(i).count() + line.count()));
        latest = i;
        return;
      }
    }
    lines.add(line);
    latest = lines.size() - 1;
  }

  /**
   * Changes the line that is named, or the latest; of two items that are named, the one on the
   * order becomes the other. Returns the line in words, or nothing when there is none.
   */
  String change(Heard heard) {
    if (lines.isEmpty()) {
      return "";
    }
    List<Entry> items = all(heard, "item");
    Entry before = items.stream().filter(this::has).findFirst().orElse(null);
    int at = items.size() > 1 && before != null ? indexOf(before, latest) : latest;
    OrderLine line = lines.get(at);
    for (Entry item : items) {
      line = items.size() > 1 && item.equals(before) ? line : line.withItem(item);
    }
    for (Entry number : all(heard, "number")) {
      line = line.withCount(Integer.parseInt(number.value()));
    }
    for (Entry size : all(heard, "size")) {
      line = line.withSize(size);
    }
    for (Entry extra : all(heard, "milk")) {
      line = line.withExtra(extra);
    }
    lines.set(at, line);
    latest = at;
    return line.spoken();
  }

  private boolean has(Entry item) {
    return lines.stream().anyMatch(line -> line.isOf(item));
  }

  /** Takes away the line that is named, or the latest; returns it in words. */
  String remove(Heard heard) {
    if (lines.isEmpty()) {
      return "";
    }
    List<Entry> items = all(heard, "item");
    int at = items.isEmpty() ? latest : indexOf(items.get(0), -1);
    if (at < 0) {
      return "";
    }
    OrderLine removed = lines.remove(at);
    latest = Math.max(0, lines.size() - 1);
    return removed.spoken();
  }

  private int indexOf(Entry item, int otherwise) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isOf(item)) {
        return i;
      }
    }
    return otherwise;
  }

  private static List<Entry> all(Heard heard, String slot) {
    return heard.captures().stream()
        .flatMap(Capture::all)
        .filter(each -> each.slot().equals(slot))
        .map(Capture::entry)
        .toList();
  }

  String spoken() {
    return words(lines);
  }

  BigDecimal total() {
    return lines.stream().map(OrderLine::price).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String words(List<OrderLine> lines) {
    var words = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      words
          .append(i == 0 ? "" : i == lines.size() - 1 ? " and " : ", ")
          .append(lines.get(i).spoken());
    }
    return words.toString();
  }
}
