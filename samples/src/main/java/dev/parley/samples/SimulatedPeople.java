package dev.parley.samples;

import dev.parley.SessionClock;
import dev.parley.agora.simulator.SimulatedAgora;
import dev.parley.agora.simulator.SimulatedPerson;
import dev.parley.agora.simulator.audio.SpeechClip;
import dev.parley.audio.AudioFrame;
import dev.parley.local.FreeTtsVoice;
import dev.parley.spi.CloseReason;
import dev.parley.spi.PluginContext;
import dev.parley.spi.TtsListener;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Two people in a channel of the simulator, who take turns. Not built with {@code -Pagora-sdk}. */
final class SimulatedPeople extends Rehearsal {
  private static final List<String> UIDS = List.of("1001", "1002");
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration SETTLING = Duration.ofSeconds(1);

  private final SessionClock clock = SessionClock.system();

  @Override
  boolean isOn() {
    return true;
  }

  @Override
  CompletionStage<Void> begin(
      String channel, List<Path> recordings, List<String> sentences, long pauseMillis) {
    var clips = new ArrayList<SpeechClip>();
    recordings.forEach(file -> clips.add(SpeechClip.ofWav(file)));
    if (clips.isEmpty()) {
      synthesise(sentences, clips);
    }
    List<SimulatedPerson> people =
        UIDS.stream().map(SimulatedAgora.current().channel(channel)::join).toList();
    var done = new CompletableFuture<Void>();
    clock.schedule(SETTLING, () -> say(people, clips, 0, Duration.ofMillis(pauseMillis), done));
    return done;
  }

  private void say(
      List<SimulatedPerson> people,
      List<SpeechClip> clips,
      int number,
      Duration pause,
      CompletableFuture<Void> done) {
    if (number == clips.size()) {
      done.complete(null);
      return;
    }
    SimulatedPerson speaker = people.get(number % people.size());
    speaker.say(clips.get(number));
    whenSilent(
        speaker, () -> clock.schedule(pause, () -> say(people, clips, number + 1, pause, done)));
  }

  private void whenSilent(SimulatedPerson speaker, Runnable next) {
    clock.schedule(
        LOOK,
        () -> {
          if (speaker.isSpeaking()) {
            whenSilent(speaker, next);
          } else {
            next.run();
          }
        });
  }

  private void synthesise(List<String> sentences, List<SpeechClip> clips) {
    try (var voice = new FreeTtsVoice()) {
      sentences.forEach(each -> clips.add(spoken(voice, each)));
    }
  }

  private SpeechClip spoken(FreeTtsVoice voice, String sentence) {
    var pcm = new ByteArrayOutputStream();
    var done = new CompletableFuture<CloseReason>();
    var listener =
        new TtsListener() {
          @Override
          public void onAudio(AudioFrame frame) {
            pcm.writeBytes(frame.toByteArray());
          }

          @Override
          public void onClosed(CloseReason reason) {
            done.complete(reason);
          }
        };
    var context = new PluginContext("rehearsal", clock, Runnable::run);
    TtsStream stream = voice.open(new TtsRequest(1, null, context), listener);
    stream.offer(sentence);
    stream.finish();
    done.join();
    var format = voice.capabilities().output();
    return SpeechClip.ofPcm(pcm.toByteArray(), format.sampleRateHz(), format.channels());
  }
}
