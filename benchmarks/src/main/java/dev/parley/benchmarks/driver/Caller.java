package dev.parley.benchmarks.driver;

import dev.parley.AgentSession;
import dev.parley.VoiceAgent;
import dev.parley.spi.RoomListener;
import org.jspecify.annotations.Nullable;

/** One conversation: feeds the caller's audio to an agent on time. On the feeding thread. */
final class Caller {
  private static final long FRAME_MICROS = CallerAudio.FRAME_MILLIS * 1_000L;
  private static final long AHEAD_MICROS = 500_000;

  private final int number;
  private final long begins;
  private final CallerAudio audio;
  private final EventLog log;
  private final CallerTransport transport;
  private @Nullable AgentSession session;
  private long fed;
  private int utterance = -1;
  private long latest;

  /** Creates a caller who begins to speak at this time, in microseconds. */
  Caller(int number, long begins, CallerAudio audio, EventLog log) {
    this.number = number;
    this.begins = begins;
    this.audio = audio;
    this.log = log;
    this.transport = new CallerTransport(number, audio, log);
  }

  /** Starts the session half a second before the first frame, and feeds what is due. */
  void advance(long now, Vendors vendors, Profile profile) {
    if (session == null) {
      if (now >= begins - AHEAD_MICROS) {
        session = start(vendors, profile);
      }
      return;
    }
    RoomListener agent = transport.agent();
    while (agent != null && due() <= now) {
      feed(agent, now);
    }
  }

  private AgentSession start(Vendors vendors, Profile profile) {
    var agent =
        VoiceAgent.builder()
            .speechToText(vendors.recogniser(number))
            .brain(vendors.brain())
            .textToSpeech(vendors.voice())
            .listener(new ReplyWatch(number, transport, log));
    return profile.apply(agent).build().start(transport, "call-" + number);
  }

  private long due() {
    return begins + fed * FRAME_MICROS;
  }

  private void feed(RoomListener agent, long now) {
    int index = (int) (fed % audio.frames());
    latest = Math.max(latest, now - due());
    if (fed == 0) {
      log.session("session_start", number, "", Stopwatch.micros());
    }
    Mark beginning = audio.beginningAt(index);
    if (beginning != null) {
      utterance++;
      String fields = "\"u\":" + utterance + ",\"barge\":" + beginning.barge() + ",";
      log.session("speech_start", number, fields, Stopwatch.micros());
    }
    agent.onAudio(CallerTransport.CALLER, audio.frame(index));
    if (audio.endingAt(index) != null) {
      String fields = "\"u\":" + utterance + ",\"late_us\":" + latest + ",";
      log.session("speech_end", number, fields, Stopwatch.micros());
      latest = 0;
    }
    fed++;
  }

  /** The session, if it was started. */
  @Nullable AgentSession session() {
    return session;
  }
}
