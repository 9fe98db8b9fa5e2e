package dev.parley.internal.turn;

import dev.parley.internal.conversation.Conversation.UserEntry;
import dev.parley.internal.ear.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one participant says until it is decided that they have finished. On the session loop. */
final class Turn {
  private final String who;
  private final List<Stretch> stretches = new ArrayList<>();
  private int number;
  private boolean waits;
  private boolean endRequested;
  private long committed = -1;
  private double probability = Double.NaN;
  private @Nullable UserEntry entry;
  private String before = "";

  Turn(String who) {
    this.who = who;
  }

  String who() {
    return who;
  }

  /** Its number in the session, 0 while it has no words. */
  int number() {
    return number;
  }

  void number(int number) {
    this.number = number;
  }

  List<Stretch> stretches() {
    return stretches;
  }

  void add(Stretch stretch) {
    if (!stretches.contains(stretch)) {
      stretches.add(stretch);
      stretches.sort(
          Comparator.comparingLong(Stretch::began)); // late words stand where they were said
    }
  }

  boolean holds(Stretch stretch) {
    return stretches.contains(stretch);
  }

  /** All words so far, of all stretches. */
  String text() {
    var text = new StringBuilder();
    for (Stretch stretch : stretches) {
      if (stretch.hasWords()) {
        text.append(text.isEmpty() ? "" : " ").append(stretch.text());
      }
    }
    return text.toString();
  }

  boolean hasWords() {
    return stretches.stream().anyMatch(Stretch::hasWords);
  }

  /** When its first sound began. */
  long began() {
    return stretches.isEmpty() ? 0 : stretches.get(0).began();
  }

  /** When its last sound ended, as far as it has. */
  long lastSoundEnd() {
    long last = Long.MIN_VALUE;
    for (Stretch stretch : stretches) {
      last = Math.max(last, stretch.soundEnd());
    }
    return last;
  }

  /** When the end of its last stretch was confirmed. */
  long lastEnded() {
    long last = Long.MIN_VALUE;
    for (Stretch stretch : stretches) {
      last = Math.max(last, stretch.ended());
    }
    return last;
  }

  boolean isSounding() {
    return stretches.stream().anyMatch(Stretch::isSounding);
  }

  boolean isEnded() {
    return stretches.stream().allMatch(Stretch::isEnded);
  }

  /**
   * Whether it began while its speaker could not have the floor: its answer waits until the agent
   * has spoken.
   */
  boolean waits() {
    return waits;
  }

  void markWaits() {
    waits = true;
  }

  /** Whether the recogniser took it for over. */
  boolean isEndRequested() {
    return endRequested;
  }

  void requestEnd(boolean requested) {
    endRequested = requested;
  }

  /** Words have come: those of its latest stretch say that it is not over. */
  void goesOnWith(Stretch stretch) {
    endRequested &= stretch != stretches.get(stretches.size() - 1);
  }

  /** Whether the talk button was let go, or the application ended the turn. */
  boolean isCommitted() {
    return committed >= 0;
  }

  /** When it was, or -1. */
  long committed() {
    return committed;
  }

  void commit(long now) {
    committed = now;
  }

  /** How likely it is finished, or NaN while nobody has said. */
  double probability() {
    return probability;
  }

  void probability(double probability) {
    this.probability = probability;
  }

  /** Its place in the conversation once it is over. */
  @Nullable UserEntry entry() {
    return entry;
  }

  void entry(UserEntry entry) {
    String all = entry.text();
    String own = text();
    this.entry = entry;
    this.before = all.endsWith(own) ? all.substring(0, all.length() - own.length()) : "";
  }

  /** What its entry says with all words that came since. */
  String entryText() {
    return before + text();
  }

  void settle() {
    stretches.forEach(Stretch::settle);
  }
}
