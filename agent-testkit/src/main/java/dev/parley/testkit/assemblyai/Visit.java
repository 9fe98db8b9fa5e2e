package dev.parley.testkit.assemblyai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testkit.wire.RequestHead;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connection as the server sees it: checks what the client sends as strictly as the real server
 * says that it does, stricter in places, and hands it to the script.
 *
 * <p>Binary messages must hold 50 to 1,000 ms by the declared rate and encoding, one short one is
 * allowed right before {@code Terminate}; text must be a JSON object of a known type; a close frame
 * must not come before {@code Termination}.
 */
final class Visit implements Peer.Events {
  private static final Set<String> TYPES =
      Set.of("UpdateConfiguration", "ForceEndpoint", "KeepAlive", "Terminate");
  private static final int INVALID = 3006;
  private static final int BAD_DURATION = 3007;
  private static final int MOST_BYTES = 128 * 1024;
  private static final int TOO_BIG = 1009;
  private static final int LOST = 1006;

  private final int number;
  private final RequestHead request;
  private final Peer peer;
  private final Script script;
  private final VisitLog log;
  private final int sampleRateHz;
  private final int bytesPerSample;
  private boolean shortMessage;
  private boolean failed;
  private @Nullable Breakage planned;
  private volatile boolean mayClose;

  Visit(int number, RequestHead request, Peer peer, Script script, VisitLog log) {
    this.number = number;
    this.request = request;
    this.peer = peer;
    this.script = script;
    this.log = log;
    this.sampleRateHz = Integer.parseInt(request.parameter("sample_rate", "16000"));
    this.bytesPerSample = request.parameter("encoding", "").equals("pcm_mulaw") ? 1 : 2;
  }

  /** Begins. */
  void open() {
    script.opened(this);
  }

  /** Breaks now or later. Returns whether the visit begins before that. */
  boolean breakAs(Breakage breakage) {
    if (!breakage.audio().isZero()) {
      plan(breakage);
      return true;
    }
    if (breakage.code() == 0) {
      drop();
    } else {
      fail(breakage.code(), breakage.text());
    }
    return false;
  }

  private void plan(Breakage later) {
    planned = later;
    if (later.code() == 0) {
      mayClose = true;
      peer.dropAfter(later.audio().toMillis() * sampleRateHz / 1_000 * bytesPerSample);
    }
  }

  @Override
  public void audio(byte[] payload) {
    if (failed) {
      return;
    }
    double millis = payload.length * 1_000.0 / bytesPerSample / sampleRateHz;
    log.audio(number, payload.length / bytesPerSample, millis);
    if (payload.length > MOST_BYTES) {
      fail(TOO_BIG, "Message too big");
    } else if (millis > 1_000 || shortMessage) {
      tooShortOrLong(millis);
    } else {
      shortMessage = millis < 50;
      script.audio(this, payload);
      failIfPlanned();
    }
  }

  private void failIfPlanned() {
    Breakage now = planned;
    if (now != null && now.code() != 0 && log.audioMillis(number) >= now.audio().toMillis()) {
      fail(now.code(), now.text());
    }
  }

  private void tooShortOrLong(double millis) {
    log.violation(number, "a message of audio of " + millis + " ms, or one after a short one");
    fail(
        BAD_DURATION,
        "Input Duration Error: Input Duration Violation: "
            + millis
            + " ms. Expected between 50 and 1000 ms");
  }

  @Override
  public void text(String text) {
    if (failed) {
      return;
    }
    JsonNode message = JsonLines.read(text).orElse(JsonLines.object());
    String type = message.path("type").asText();
    if (!TYPES.contains(type)) {
      log.violation(number, "a message of the unknown type '" + type + "'");
      fail(INVALID, "Invalid Message Type: " + type);
      return;
    }
    if (shortMessage && !type.equals("Terminate")) {
      log.violation(number, "a short message of audio before " + type);
    }
    log.message(number, message);
    script.message(this, message);
  }

  @Override
  public void closed(int code) {
    if (code != LOST && !mayClose) {
      log.violation(number, "a close frame before Termination");
    }
    log.closed();
    script.closed(this, code);
  }

  /** Sends a message. */
  void send(JsonNode message) {
    String type = message.path("type").asText();
    if (type.equals("Termination") || type.equals("Error") || message.hasNonNull("error")) {
      mayClose = true;
    }
    peer.send(message.toString());
  }

  /** Sends a text as it is. */
  void sendRaw(String text) {
    peer.send(text);
  }

  /** Ends the session as the real server does: an error, and a close frame with its code. */
  void fail(int code, String text) {
    failed = true;
    ObjectNode error = JsonLines.object("Error").put("error_code", code).put("error", text);
    send(error);
    close(code, "See Error message for details");
  }

  /** Sends a close frame. */
  void close(int code, String reason) {
    mayClose = true;
    peer.close(code, reason);
  }

  /** Cuts the connection. */
  void drop() {
    mayClose = true;
    peer.drop();
  }

  /** Which connection of the server it is, from 1 on. */
  int number() {
    return number;
  }

  /** A parameter of the request, or the empty text. */
  String parameter(String name) {
    return request.parameter(name, "");
  }

  boolean isOn(String flag) {
    return parameter(flag).equals("true");
  }

  int sampleRateHz() {
    return sampleRateHz;
  }

  int bytesPerSample() {
    return bytesPerSample;
  }
}
