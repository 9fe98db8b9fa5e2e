package dev.parley.agora;

import dev.parley.agora.simulator.SimulatedPerson;
import dev.parley.agora.simulator.audio.SpeechClip;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.RoomRequest;
import dev.parley.testkit.FakeTransport;
import dev.parley.testkit.ManualClock;
import dev.parley.testkit.RecordingRoomListener;
import dev.parley.testkit.Sound;
import dev.parley.testkit.Talk;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets people in a simulated channel say what the people of a scripted talk say, sound for sound,
 * so that scripted recognisers understand them.
 */
final class SpokenTalk {
  private static final Duration FRAME = Duration.ofMillis(20);

  private final Talk talk;
  private final Map<Sound, SpeechClip> clips = new HashMap<>();

  SpokenTalk(Talk talk) {
    this.talk = talk;
    var clock = new ManualClock();
    var heard = new RecordingRoomListener(clock);
    FakeTransport.builder(talk)
        .build()
        .open(RoomRequest.builder().room("fake").context(ClockTime.context(clock)).build(), heard);
    clock.advance(talk.length().plusSeconds(1));
    Map<String, List<AudioFrame>> frames = new HashMap<>();
    for (Sound sound : talk.sounds()) {
      clips.put(
          sound,
          next(
              frames.computeIfAbsent(sound.who(), who -> new ArrayList<>(heard.audioOf(who))),
              sound));
    }
  }

  private static SpeechClip next(List<AudioFrame> frames, Sound sound) {
    long count = (sound.lasts().toNanos() + FRAME.toNanos() - 1) / FRAME.toNanos();
    var pcm = new ByteArrayOutputStream();
    for (long i = 0; i < count; i++) {
      pcm.writeBytes(frames.remove(0).toByteArray());
    }
    return SpeechClip.ofPcm(pcm.toByteArray(), 16_000, 1);
  }

  /** From now on everybody says what they have to say at its time. */
  void begin(ManualClock clock, Map<String, SimulatedPerson> people) {
    for (Sound sound : talk.sounds()) {
      SpeechClip clip = clips.get(sound);
      clock.schedule(sound.at(), () -> people.get(sound.who()).say(clip));
    }
  }
}
