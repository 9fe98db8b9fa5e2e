package dev.parley.internal.ear;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of one participant's speech, from its start to its end, with what was understood of it.
 * On the session loop.
 *
 * <p>It has exactly one outcome: it becomes part of a turn, is a backchannel, noise, or its
 * transcript is lost.
 */
public final class Stretch {
  private static final long NEVER = Long.MIN_VALUE;

  private final String who;
  private final long began;
  private final long detected;
  private final boolean beganWithWords;
  private long soundEnd = NEVER;
  private long ended = NEVER;
  private String interim = "";
  private @Nullable String finalText;
  private boolean overSpeech;
  private boolean settled;
  private boolean backchannel;
  private String counted = "";
  private boolean forgotten;

  /**
   * Creates a stretch that goes on.
   *
   * @param began when the sound began, in nanoseconds of the clock
   * @param detected when it was taken for speech
   * @param beganWithWords whether its words are the first sign of it
   */
  public Stretch(String who, long began, long detected, boolean beganWithWords) {
    this.who = who;
    this.began = began;
    this.detected = detected;
    this.beganWithWords = beganWithWords;
  }

  /** The participant's id. */
  public String who() {
    return who;
  }

  /** When the sound began. */
  public long began() {
    return began;
  }

  /** When it was taken for speech. */
  public long detected() {
    return detected;
  }

  /** Whether its words were the first sign of it: nobody knows how long it sounds. */
  public boolean beganWithWords() {
    return beganWithWords;
  }

  /** Whether there is a voice in it now. */
  public boolean isSounding() {
    return soundEnd == NEVER;
  }

  /** When the sound ended, for now or for good. */
  public long soundEnd() {
    return soundEnd;
  }

  void voiceStopped(long now) {
    soundEnd = now;
  }

  void voiceCameBack() {
    soundEnd = NEVER;
  }

  /** Whether its end is confirmed. */
  public boolean isEnded() {
    return ended != NEVER;
  }

  /** When its end was confirmed. */
  public long ended() {
    return ended;
  }

  void end(long now, long lastSound) {
    if (soundEnd == NEVER) {
      soundEnd = lastSound;
    }
    ended = now;
  }

  /** What was understood so far: finals, and the interim of what is not final. */
  public String text() {
    if (finalText == null) {
      return interim;
    }
    return interim.isEmpty() ? finalText : (finalText + " " + interim).strip();
  }

  void interim(String text) {
    interim = text.strip();
  }

  void addFinal(String text) {
    String added = text.strip();
    finalText =
        finalText == null || finalText.isEmpty() ? added : (finalText + " " + added).strip();
    interim = "";
  }

  /** Whether a final has come, be it empty. */
  public boolean hasFinal() {
    return finalText != null;
  }

  /** The final text, or null while there is none. */
  public @Nullable String finalText() {
    return finalText;
  }

  /** Forgets the words, because they were the agent's own or were no words for a turn. */
  public void forgetWords() {
    interim = "";
    finalText = "";
  }

  /** Forgets the words and says that they were a backchannel. */
  public void becomeBackchannel() {
    forgetWords();
    backchannel = true;
  }

  /** Whether it was a backchannel. */
  public boolean isBackchannel() {
    return backchannel;
  }

  /** Becomes a stretch that is over and has this final text, said when another one was, or now. */
  public void takeOver(String text, @Nullable Stretch sound) {
    soundEnd = sound == null || sound.isSounding() ? detected : sound.soundEnd();
    ended = detected;
    addFinal(text);
    overSpeech = sound != null && sound.overSpeech;
  }

  /** Moves its times, because time stood still for so long. */
  public void shift(long nanos) {
    soundEnd = soundEnd == NEVER ? NEVER : soundEnd + nanos;
    ended = ended == NEVER ? NEVER : ended + nanos;
  }

  /** Forgets the interim only. */
  public void forgetInterim() {
    interim = "";
  }

  /** Whether any word was understood. */
  public boolean hasWords() {
    return !text().isBlank();
  }

  /** Whether the agent was speaking in the meantime. */
  public boolean isOverSpeech() {
    return overSpeech;
  }

  /** Says that the agent was speaking in the meantime. */
  public void markOverSpeech() {
    overSpeech = true;
  }

  /** Whether its outcome is decided. */
  public boolean isSettled() {
    return settled;
  }

  /** Decides its outcome; words that come now come late. */
  public void settle() {
    settled = true;
    counted = text();
  }

  /** The words that counted when its outcome was decided. */
  public String counted() {
    return counted;
  }

  /** Forgets it for good: words that come late do not count either. */
  public void forget() {
    forgetWords();
    forgotten = true;
  }

  /** Whether it was forgotten for good. */
  public boolean isForgotten() {
    return forgotten;
  }
}
