package dev.parley.testkit.scenario;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The events that scenarios know, with their fields and their place among the events of one
 * instant.
 */
enum EventKind {
  SESSION_JOINED("session.joined", Place.INPUT),
  SESSION_CLOSED("session.closed", Place.CLOSING, "reason:text"),
  ROOM_LOST("room.lost", Place.INPUT),
  ROOM_BACK("room.back", Place.INPUT),
  AGENT_STATE(
      "agent.state",
      Place.STATE,
      "from:joining|listening|thinking|speaking|closed",
      "to:joining|listening|thinking|speaking|closed",
      "cause:text"),
  PARTICIPANT_JOINED("participant.joined", Place.INPUT, "who:text"),
  PARTICIPANT_LEFT("participant.left", Place.INPUT, "who:text"),
  PARTICIPANT_STATE("participant.state", Place.INPUT, "who:text", "to:silent|speaking|away"),
  TURN_INTERIM("turn.interim", Place.TURN, "who:text", "turn:count", "text:text"),
  TURN_FINAL("turn.final", Place.TURN, "who:text", "turn:count", "text:text"),
  TURN_ENDED(
      "turn.ended",
      Place.TURN,
      "who:text",
      "turn:count",
      "text:text",
      "by:stt|vad|detector|manual|text|limit|left"),
  SPEECH_NOISE("speech.noise", Place.TURN, "who:text"),
  INTERRUPTION(
      "interruption", Place.INTERRUPTION, "who:text", "verdict:taken|backchannel|falseAlarm"),
  REPLY_ASKED("reply.asked", Place.REPLY, "reply:count", "turn:count", "speculative:flag"),
  REPLY_PROMOTED("reply.promoted", Place.REPLY, "reply:count"),
  REPLY_FIRST_TOKEN("reply.firstToken", Place.REPLY, "reply:count"),
  REPLY_FIRST_TEXT("reply.firstText", Place.REPLY, "reply:count"),
  REPLY_TEXT("reply.text", Place.REPLY, "reply:count", "text:text"),
  REPLY_FIRST_AUDIO("reply.firstAudio", Place.REPLY, "reply:count"),
  REPLY_SPEAKING("reply.speaking", Place.REPLY, "reply:count"),
  REPLY_HELD("reply.held", Place.REPLY, "reply:count", "played:time"),
  REPLY_RELEASED("reply.released", Place.REPLY, "reply:count", "played:time"),
  REPLY_DUCKED("reply.ducked", Place.REPLY, "reply:count", "played:time"),
  REPLY_PAUSED("reply.paused", Place.REPLY, "reply:count", "played:time"),
  REPLY_RESUMED("reply.resumed", Place.REPLY, "reply:count", "played:time"),
  REPLY_SLOW("reply.slow", Place.REPLY, "reply:count"),
  REPLY_ENDED(
      "reply.ended",
      Place.REPLY,
      "reply:count",
      "outcome:completed|interrupted|failed|discarded",
      "heard:text",
      "played:time"),
  TOOL_STARTED("tool.started", Place.INPUT, "tool:text", "id:text"),
  TOOL_ENDED(
      "tool.ended", Place.INPUT, "tool:text", "id:text", "outcome:returned|failed|cancelled"),
  METRIC_REPLY(
      "metric.reply",
      Place.REPLY,
      "reply:count",
      "endpointing:time",
      "thinking:time",
      "phrasing:time",
      "synthesis:time",
      "playout:time",
      "engine:time",
      "total:time"),
  METRIC("metric", Place.REPLY, "metric:text", "value:number"),
  ERROR(
      "error",
      Place.ERROR,
      "source:transport|stt|brain|tts|vad|detector|tool|listener|app|engine",
      "message:text",
      "retryable:flag");

  /** The order of the events of one instant. */
  enum Place {
    INPUT,
    TURN,
    INTERRUPTION,
    REPLY,
    STATE,
    ERROR,
    CLOSING
  }

  private static final Map<String, EventKind> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EventKind::eventName, kind -> kind));

  private final String eventName;
  private final Place place;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, and in the order of the declaration
  private final Map<String, String> fields;

  EventKind(String eventName, Place place, String... fields) {
    this.eventName = eventName;
    this.place = place;
    var declared = new LinkedHashMap<String, String>();
    for (String field : fields) {
      int colon = field.indexOf(':');
      declared.put(field.substring(0, colon), field.substring(colon + 1));
    }
    this.fields = Collections.unmodifiableMap(declared);
  }

  static Optional<EventKind> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  static List<String> names() {
    return Arrays.stream(values()).map(EventKind::eventName).toList();
  }

  String eventName() {
    return eventName;
  }

  Place place() {
    return place;
  }

  /**
   * Whether the place of the event among those of its instant is not for a scenario to judge:
   * nothing says where it stands.
   */
  boolean isFloating() {
    return switch (this) {
      case SESSION_JOINED,
          SESSION_CLOSED,
          ROOM_LOST,
          ROOM_BACK,
          PARTICIPANT_JOINED,
          PARTICIPANT_LEFT,
          PARTICIPANT_STATE,
          SPEECH_NOISE,
          TOOL_STARTED,
          TOOL_ENDED,
          METRIC,
          METRIC_REPLY ->
          true;
      default -> false;
    };
  }

  /**
   * The fields by name; the value is {@code text}, {@code count}, {@code number}, {@code flag},
   * {@code time}, or the words that are allowed.
   */
  Map<String, String> fields() {
    return fields;
  }
}
