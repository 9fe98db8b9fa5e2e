package dev.parley.testkit.assemblyai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Recognises {@link CodedSpeech}, by audio time alone: what it says does not depend on how fast the
 * audio comes. One for each connection; used by the connection's thread.
 *
 * <p>Speech is told a while after it sounded, as the real server does. Models whose names begin
 * with {@code universal-streaming} send raw finals and, if asked for, formatted ones; others tell
 * that speech started and format all finals.
 */
final class Recognizer implements Script {
  private static final int END_OF_TURN_MILLIS = 480;
  private static final int HEARTBEAT_MILLIS = 5_000;
  private static final long EXPIRES_IN_2100 = 4_102_444_800L;

  /** A message and the sample at which it is due. */
  private record Due(long sample, ObjectNode message) {}

  private final int latenessMillis;
  private final ArrayDeque<Due> due = new ArrayDeque<>();
  private @Nullable SpeechDecoder decoder;
  private @Nullable RecognizedTurn turn;
  private int turns;
  private int beats;
  private int sampleRateHz;
  private boolean terminated;

  Recognizer(int latenessMillis) {
    this.latenessMillis = latenessMillis;
  }

  @Override
  public void opened(Visit visit) {
    sampleRateHz = visit.sampleRateHz();
    decoder = new SpeechDecoder(sampleRateHz, word -> heard(visit, word));
    ObjectNode begin =
        JsonLines.object("Begin")
            .put("id", "scripted-" + visit.number())
            .put("expires_at", EXPIRES_IN_2100);
    begin.putObject("configuration").put("model", visit.parameter("speech_model"));
    visit.send(begin);
  }

  @Override
  public void audio(Visit visit, byte[] payload) {
    SpeechDecoder ear = decoder;
    if (ear == null || terminated) {
      return;
    }
    for (int i = 0; i < payload.length; i += visit.bytesPerSample()) {
      ear.hear(sample(payload, i, visit.bytesPerSample()));
      endTurnIfSilent(visit, ear);
    }
    sendDue(visit, ear.heard());
    heartbeat(visit, ear.heard());
  }

  private static int sample(byte[] payload, int at, int bytes) {
    return bytes == 2 ? (payload[at] & 0xff) | (payload[at + 1] << 8) : muLaw(payload[at]);
  }

  private static int muLaw(byte coded) {
    int bits = ~coded & 0xff;
    int magnitude = ((((bits & 0x0f) << 3) + 132) << ((bits >> 4) & 7)) - 132;
    return (bits & 0x80) == 0 ? magnitude : -magnitude;
  }

  private void heard(Visit visit, CodedWord word) {
    if (turn == null) {
      turn = new RecognizedTurn(turns++, sampleRateHz);
    }
    boolean first = turn.isEmpty();
    turn.add(word);
    if (first && !streaming(visit)) {
      plan(turn.started());
    }
    if (!visit.parameter("include_partial_turns").equals("false")) {
      plan(turn.message(false, false));
    }
  }

  private static boolean streaming(Visit visit) {
    return visit.parameter("speech_model").startsWith("universal-streaming");
  }

  private void endTurnIfSilent(Visit visit, SpeechDecoder ear) {
    Long silence = turn == null ? null : ear.silence();
    if (silence != null && silence >= (long) END_OF_TURN_MILLIS * sampleRateHz / 1_000) {
      endTurn(visit);
    }
  }

  private void endTurn(Visit visit) {
    if (turn == null) {
      return;
    }
    if (streaming(visit)) {
      plan(turn.message(true, false));
      if (visit.isOn("format_turns")) {
        plan(turn.message(true, true));
      }
    } else {
      plan(turn.message(true, true));
    }
    turn = null;
  }

  private void plan(ObjectNode message) {
    long now = decoder == null ? 0 : decoder.heard();
    due.addLast(new Due(now + (long) latenessMillis * sampleRateHz / 1_000, message));
  }

  private void sendDue(Visit visit, long now) {
    while (!due.isEmpty() && due.getFirst().sample() <= now) {
      visit.send(due.removeFirst().message());
    }
  }

  private void heartbeat(Visit visit, long heard) {
    long millis = heard * 1_000 / sampleRateHz;
    if (visit.isOn("session_heartbeat") && millis / HEARTBEAT_MILLIS > beats) {
      beats = (int) (millis / HEARTBEAT_MILLIS);
      visit.send(
          JsonLines.object("Heartbeat")
              .put("total_audio_received_ms", millis)
              .put("total_duration_ms", millis)
              .put("realtime_factor", 1.0)
              .put("max_speech_probability", 0.5));
    }
  }

  @Override
  public void message(Visit visit, JsonNode message) {
    String type = message.path("type").asText();
    if (type.equals("ForceEndpoint") || type.equals("Terminate")) {
      endEverything(visit);
    }
    if (type.equals("Terminate") && !terminated) {
      terminated = true;
      terminate(visit);
    }
  }

  private void endEverything(Visit visit) {
    if (decoder != null) {
      decoder.endWord();
    }
    endTurn(visit);
    sendDue(visit, Long.MAX_VALUE);
  }

  private void terminate(Visit visit) {
    long seconds = decoder == null ? 0 : decoder.heard() / Math.max(1, sampleRateHz);
    visit.send(
        JsonLines.object("Termination")
            .put("audio_duration_seconds", seconds)
            .put("session_duration_seconds", seconds));
    visit.close(1000, "Session Ended");
  }

  @Override
  public void closed(Visit visit, int code) {}
}
