package dev.parley.internal.reply;

import dev.parley.AgentException;
import dev.parley.ReplyEvent;
import dev.parley.SessionEvent;
import dev.parley.audio.AudioFrame;
import dev.parley.audio.Resampler;
import dev.parley.internal.voice.Speaking;
import dev.parley.internal.voice.Speech;
import dev.parley.internal.voice.SpeechText;
import dev.parley.internal.voice.Voice;
import dev.parley.spi.PluginMetric;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reply's way from text to ear: phrasing, voice, playout, and what was heard of it. On the
 * session loop.
 */
final class Delivery implements Voice.Listener {
  private final Stage stage;
  private final int reply;
  private final Latency latency;
  private final Runnable changed;
  private final List<Speech> speeches = new ArrayList<>();
  private SpeechText phrasing;
  private @Nullable Speaking speaking;
  private @Nullable Speaking expected;
  private final List<Speaking> voices = new ArrayList<>();
  private @Nullable Speech filler;
  private boolean textTold;
  private boolean audioTold;
  private boolean first = true;
  private boolean failed;

  /**
   * Creates a delivery of nothing.
   *
   * @param changed runs when a voice has failed for good
   */
  Delivery(Stage stage, int reply, Latency latency, Runnable changed) {
    this.stage = stage;
    this.reply = reply;
    this.latency = latency;
    this.changed = changed;
    this.phrasing = newPhrasing();
  }

  private SpeechText newPhrasing() {
    return new SpeechText(stage.voice().isWordByWord(), first);
  }

  /** Adds text as the brain produces it. */
  void add(String token) {
    latency.token(stage.loop().now());
    phrasing.add(token).forEach(this::speak);
    String likely = phrasing.likely();
    if (!likely.isEmpty()) {
      expected().anticipate(likely);
    }
  }

  /** Ends the text of a step: what is left of it is spoken. */
  void endText() {
    phrasing.finish().forEach(this::speak);
    dropRest();
  }

  /** Ends the text of a step without what is no whole sentence. */
  void dropRest() {
    expectNothing();
    if (speaking != null) {
      speaking.finish();
      speaking = null;
    }
    phrasing = newPhrasing();
  }

  private void speak(String piece) {
    first = false;
    if (speaking == null) {
      speaking = expected();
      expected = null;
      speeches.add(speaking.speech());
      stage.conversation().addSpeech(speaking.speech());
      stage.playout().add(speaking.speech());
    }
    if (!textTold) {
      textTold = true;
      latency.firstText(stage.loop().now());
      stage.events().emit(new ReplyEvent.FirstText(stage.events().at(), reply));
    }
    stage.events().emit(new ReplyEvent.Text(stage.events().at(), reply, piece));
    speaking.offer(piece);
  }

  /** The speech that is going on, or one that has no place in the talk before its first piece. */
  private Speaking expected() {
    if (speaking != null) {
      return speaking;
    }
    if (expected == null) {
      expected = newSpeaking(stage.voice().newSpeech());
    }
    return expected;
  }

  private void expectNothing() {
    if (expected != null) {
      expected.close();
      expected = null;
    }
  }

  /** Plays prepared audio that says this text. */
  void play(String text, List<AudioFrame> audio) {
    Speech speech = stage.voice().newSpeech();
    var resampler = new Resampler(audio.get(0).format(), stage.voice().output());
    audio.forEach(frame -> speech.addPrepared(resampler.process(frame)));
    speech.addPrepared(resampler.flush());
    speech.completePrepared(text);
    speeches.add(speech);
    stage.conversation().addSpeech(speech);
    stage.events().emit(new ReplyEvent.Text(stage.events().at(), reply, text));
    stage.playout().add(speech);
  }

  /** Says something that is no part of the answer, in a pause; the answer follows it. */
  void fill(String text) {
    Speech speech = stage.voice().newSpeech();
    filler = speech;
    Speaking filling = newSpeaking(speech);
    stage.playout().add(speech);
    filling.offer(text);
    filling.finish();
  }

  private Speaking newSpeaking(Speech speech) {
    Speaking made = stage.voice().speak(reply, speech, this);
    voices.add(made);
    return made;
  }

  /** Takes back all that has not sounded, so that the brain can begin anew. */
  void takeBack() {
    expectNothing();
    if (speaking != null) {
      speaking.close();
      speeches.remove(speaking.speech());
      stage.playout().wake();
      speaking = null;
    }
    phrasing = newPhrasing();
  }

  /** Whether any sound of the text that is being written has gone into the room. */
  boolean hasBegun() {
    return speaking != null && speaking.speech().hasBegun();
  }

  /** Whether nothing is left to be heard. */
  boolean isAllHeard() {
    return speaking == null && stage.playout().isIdle();
  }

  /** Whether a voice failed so that something could not be said. */
  boolean hasFailed() {
    return failed;
  }

  /** What was heard of the answer, all steps. */
  String heard() {
    var heard = new StringBuilder();
    for (Speech speech : speeches) {
      String part = speech.heard();
      heard.append(heard.isEmpty() || part.isEmpty() ? "" : " ").append(part);
    }
    return heard.toString();
  }

  /** How much audio of the answer was heard, in nanoseconds. */
  long playedNanos() {
    return speeches.stream().mapToLong(Speech::playedNanos).sum();
  }

  /** Falls silent for good. */
  void close() {
    stage.playout().cut();
    voices.forEach(Speaking::close);
    speaking = null;
    expected = null;
    for (Speech speech : speeches) {
      if (!speech.isOver() || !speech.hasBegun()) {
        speech.cut();
      }
    }
  }

  private boolean isFiller(Speech speech) {
    return filler == speech;
  }

  @Override
  public void onFirstAudio(Speech speech) {
    if (!audioTold && !isFiller(speech)) {
      audioTold = true;
      latency.firstAudio(stage.loop().now());
      stage.events().emit(new ReplyEvent.FirstAudio(stage.events().at(), reply));
    }
  }

  @Override
  public void onProgress(Speech speech) {
    stage.playout().wake();
  }

  @Override
  public void onError(AgentException error) {
    stage.events().failure("tts", error);
  }

  @Override
  public void onFailed(Speech speech, AgentException error) {
    if (expected != null && expected.speech() == speech) {
      expectNothing(); // its first piece will be tried as if nothing had been
      return;
    }
    failed |= !isFiller(speech);
    speech.markUnfinished();
    if (speaking != null && speaking.speech() == speech) {
      speaking = null;
    }
    stage.playout().wake();
    changed.run();
  }

  @Override
  public void onMetric(PluginMetric metric) {
    stage
        .events()
        .emit(new SessionEvent.Measured(stage.events().at(), metric.name(), metric.value()));
  }
}
