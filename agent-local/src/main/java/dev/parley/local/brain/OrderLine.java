package dev.parley.local.brain;

import dev.parley.local.script.Heard.Capture;
import dev.parley.local.script.Numerals;
import dev.parley.local.script.WordList.Entry;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** So many of one thing, such as two large coffees with oat milk. Immutable. */
record OrderLine(int count, Entry item, @Nullable Entry size, @Nullable Entry extra) {
  private static final String ITEM = "item";
  private static final String SIZE = "size";
  private static final String EXTRA = "milk";

  /** What was said in a slot that holds an item. */
  static Optional<OrderLine> of(Capture capture) {
    return find(capture, ITEM)
        .map(
            item ->
                new OrderLine(
                    number(capture).orElse(1),
                    item,
                    find(capture, SIZE).orElse(null),
                    find(capture, EXTRA).orElse(null)));
  }

  /** The number that was said within. */
  static Optional<Integer> number(Capture capture) {
    return find(capture, "number").map(Entry::value).map(Integer::valueOf);
  }

  static Optional<Entry> find(Capture capture, String slot) {
    return capture.all().filter(each -> each.slot().equals(slot)).findFirst().map(Capture::entry);
  }

  boolean isOf(Entry other) {
    return item.name().equals(other.name());
  }

  boolean isAlike(OrderLine other) {
    return isOf(other.item)
        && name(size).equals(name(other.size))
        && name(extra).equals(name(other.extra));
  }

  private static String name(@Nullable Entry entry) {
    return entry == null ? "" : entry.name();
  }

  OrderLine withCount(int count) {
    return new OrderLine(count, item, size, extra);
  }

  OrderLine withItem(Entry item) {
    return new OrderLine(count, item, size, extra);
  }

  OrderLine withSize(Entry size) {
    return new OrderLine(count, item, size, extra);
  }

  OrderLine withExtra(Entry extra) {
    return new OrderLine(count, item, size, extra);
  }

  BigDecimal price() {
    return worth(item).add(worth(size)).multiply(BigDecimal.valueOf(count));
  }

  private static BigDecimal worth(@Nullable Entry entry) {
    return entry == null || entry.worth() == null ? BigDecimal.ZERO : new BigDecimal(entry.worth());
  }

  String spoken() {
    var words = new StringBuilder(count == 1 ? "one" : Numerals.of(count));
    if (size != null) {
      words.append(' ').append(size.name());
    }
    words.append(' ').append(count == 1 ? item.name() : item.plural());
    if (extra != null) {
      words.append(
          extra.name().startsWith("no ")
              ? " without " + extra.name().substring(3)
              : " with " + extra.name());
    }
    return words.toString();
  }
}
