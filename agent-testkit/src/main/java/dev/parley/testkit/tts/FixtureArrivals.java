package dev.parley.testkit.tts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What has come from the client of a fixture, and when. Thread-safe. */
final class FixtureArrivals {
  private final List<Exchange> upgrades = new ArrayList<>();
  private final List<Exchange> requests = new ArrayList<>();
  private final List<Exchange> waiting = new ArrayList<>();
  private final List<JsonNode> messages = new ArrayList<>();
  private final List<Duration> times = new ArrayList<>();
  private Duration now = Duration.ZERO;

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  synchronized void arrived(Exchange exchange) {
    times.add(now);
    if (exchange.request().isUpgrade()) {
      upgrades.add(exchange);
    } else {
      requests.add(exchange);
      waiting.add(exchange);
    }
  }

  synchronized void message(String text) {
    messages.add(JsonText.parse(text));
  }

  /** The upgrade of this number, from 1 on. */
  synchronized Exchange upgrade(int number) {
    return upgrades.get(number - 1);
  }

  synchronized int upgrades() {
    return upgrades.size();
  }

  synchronized int requests() {
    return requests.size();
  }

  synchronized List<Duration> times() {
    return List.copyOf(times);
  }

  /** Takes the first request that is wanted and was not taken. */
  synchronized Optional<Exchange> takeRequest(Predicate<Exchange> wanted) {
    return take(waiting, wanted);
  }

  /** Takes the first message that is wanted and was not taken. */
  synchronized boolean takeMessage(Predicate<JsonNode> wanted) {
    return take(messages, wanted).isPresent();
  }

  private static <T> Optional<T> take(List<T> from, Predicate<T> wanted) {
    Optional<T> found = from.stream().filter(wanted).findFirst();
    found.ifPresent(from::remove);
    return found;
  }

  /** Tells what was not taken. */
  @Override
  public synchronized String toString() {
    return upgrades.size() + " upgrades, " + requests.size() + " requests, messages " + messages;
  }
}
