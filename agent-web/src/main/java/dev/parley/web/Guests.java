package dev.parley.web;

import dev.parley.Cancellable;
import dev.parley.spi.Participant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who has a place in a room, and at which page they sit. Used in the room's serial only. */
final class Guests {
  static final int MOST_GUESTS = 16;

  private final Map<String, Guest> byId = new LinkedHashMap<>();
  private final Map<PageSocket, Guest> byPage = new LinkedHashMap<>();
  private int numbers;

  /** A new guest at this page. There must be a place; see {@link #isFull} and {@link #absent}. */
  Guest add(PageSocket page, String wishedName) {
    numbers++;
    String name = wishedName.isEmpty() ? "Guest " + numbers : wishedName;
    var guest = new Guest("guest-" + numbers, unique(name), Secrets.next());
    byId.put(guest.id(), guest);
    seat(guest, page);
    return guest;
  }

  /** The guest is at this page now; returns the page of the same guest that is still connected. */
  @Nullable PageSocket seat(Guest guest, PageSocket page) {
    PageSocket before = guest.page();
    if (before != null) {
      byPage.remove(before);
    }
    byPage.put(page, guest);
    guest.sitDown(page);
    return before;
  }

  /** The page is gone, the place is kept until {@code leaving} gives it away. */
  void away(PageSocket page, Guest guest, Cancellable leaving) {
    byPage.remove(page);
    guest.standUp(leaving);
  }

  /** The guest is gone for good. */
  void remove(Guest guest) {
    guest.standUp(Cancellable.NONE);
    byId.remove(guest.id());
  }

  /** Everybody is gone for good. */
  void clear() {
    byId.values().forEach(each -> each.standUp(Cancellable.NONE));
    byId.clear();
    byPage.clear();
  }

  Optional<Guest> at(PageSocket page) {
    return Optional.ofNullable(byPage.get(page));
  }

  Optional<Guest> withKey(@Nullable String resumeKey) {
    return byId.values().stream()
        .filter(each -> resumeKey != null && Secrets.same(each.resumeKey(), resumeKey))
        .findFirst();
  }

  /** Who has been away for longest. */
  Optional<Guest> absent() {
    return byId.values().stream().filter(each -> each.page() == null).findFirst();
  }

  boolean contains(Guest guest) {
    return byId.containsKey(guest.id());
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  boolean isFull() {
    return byId.size() >= MOST_GUESTS;
  }

  /** Whether there are guests, and not one of their pages is connected. */
  boolean allAway() {
    return byPage.isEmpty() && !byId.isEmpty();
  }

  List<Participant> people() {
    return byId.values().stream().map(Guest::participant).toList();
  }

  /** The pages that are connected; a copy. */
  List<PageSocket> pages() {
    return new ArrayList<>(byPage.keySet());
  }

  /** Returns the name, with a number if somebody else has it. */
  String unique(String name) {
    String candidate = name;
    for (int i = 2; isTaken(candidate); i++) {
      candidate = name + " " + i;
    }
    return candidate;
  }

  private boolean isTaken(String name) {
    return byId.values().stream().anyMatch(each -> each.name().equalsIgnoreCase(name));
  }
}
