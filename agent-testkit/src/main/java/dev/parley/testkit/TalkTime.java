package dev.parley.testkit;

import dev.parley.spi.PluginContext;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * The time of a talk as one stream sees it: from the moment at which the fake room of its session
 * was joined. A stream that is used without a room begins the talk with the first sound it hears.
 * Guarded by the stream.
 */
final class TalkTime {
  private final Talk talk;
  private final PluginContext context;
  private OptionalLong ownOriginNanos = OptionalLong.empty();

  TalkTime(Talk talk, PluginContext context) {
    this.talk = talk;
    this.context = context;
  }

  /** Says that the beginning of this sound is heard now. */
  void hearsBeginOf(Sound sound) {
    if (ownOriginNanos.isEmpty()) {
      ownOriginNanos = OptionalLong.of(context.clock().nanoTime() - sound.at().toNanos());
    }
  }

  private long originNanos() {
    return talk.originNanos(context.sessionId())
        .orElseGet(() -> ownOriginNanos.orElseGet(context.clock()::nanoTime));
  }

  /** How much time of the talk has passed. */
  Duration elapsed() {
    return Duration.ofNanos(context.clock().nanoTime() - originNanos());
  }

  /** How far away a time of the talk is; negative when it is over. */
  Duration until(Duration at) {
    return at.minus(elapsed());
  }
}
