package dev.parley.tts;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.spi.Word;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a reply: hands the vendor the parts in their order, watches that something comes,
 * and tells the stream what came. Used in the stream's serial context, but for what it hears.
 */
final class Attempt implements SynthesisListener {
  private static final String ENDED_EARLY = "the vendor ended the reply before its text did";

  private final SpeechStream stream;
  private final Manners manners;
  private final Patience patience;
  private final Watch watch;
  private final int first;
  private @Nullable Synthesis synthesis;
  private int next;
  private int done;
  private int characters;
  private boolean ready;
  private boolean ended;
  private boolean over;
  private boolean audioCame;
  private boolean partAudioCame;
  private boolean nothingToSay;

  /** Creates an attempt at the text from the part of this number on. */
  Attempt(SpeechStream stream, int first) {
    this.stream = stream;
    this.manners = stream.voicing().manners();
    this.patience = stream.voicing().patience();
    this.watch = new Watch(stream.request().context().clock(), stream.serial());
    this.first = first;
    this.next = first;
    this.done = first;
  }

  void begin() {
    synthesis = stream.voicing().vendor().begin(stream.request(), this);
    pump();
  }

  /** Sends what may be sent now. */
  void pump() {
    if (over || !ready || synthesis == null) {
      return;
    }
    Script script = stream.script();
    while (next < script.size() && next - done < manners.window()) {
      send(script.part(next++), synthesis);
    }
    if (stream.isFinished() && next == script.size() && !ended && !over) {
      ended = true;
      synthesis.end();
      rewatch();
    }
  }

  /** Has the vendor asked for what will probably be the next part, if it could be sent now. */
  void anticipate(Part part) {
    boolean room = next == stream.script().size() && next - done < manners.window();
    if (!over && ready && synthesis != null && room) {
      synthesis.anticipate(part);
    }
  }

  private void send(Part part, Synthesis to) {
    int sent = to.say(part);
    characters += sent;
    stream.metrics().sent(sent);
    rewatch();
    if (part.last()) {
      stream.releaseOffer(part.offer());
    }
  }

  /** How many characters were sent. */
  int sentCharacters() {
    return characters;
  }

  /** Stops: nothing counts any more. */
  void stop() {
    over = true;
    watch.cancel();
    if (synthesis != null) {
      synthesis.cancel();
    }
  }

  /** Watches for what the vendor owes now, if it owes anything. */
  private void rewatch() {
    boolean partsOwed = manners.window() != Manners.UNLIMITED && next > done;
    boolean firstOwed = manners.startsAtOnce() && !audioCame && next > first;
    if (over || !(ended || partsOwed || firstOwed)) {
      watch.cancel();
      return;
    }
    Duration limit = partAudioCame ? patience.gap() : patience.firstByte();
    watch.set(limit, () -> timeout(limit));
  }

  private void timeout(Duration after) {
    String what = partAudioCame ? "no more audio came" : "no audio came";
    fail(stream.voicing().failures().timeout(what, after));
  }

  private void fail(AgentException error) {
    stop();
    stream.failed(error, done, !partAudioCame);
  }

  private void inStream(Runnable task) {
    stream
        .serial()
        .execute(
            () -> {
              if (!over && !stream.isOver()) {
                task.run();
              }
            });
  }

  @Override
  public void ready() {
    inStream(
        () -> {
          ready = true;
          pump();
        });
  }

  @Override
  public void measured(String what, double value) {
    inStream(() -> stream.metrics().tell(what, value));
  }

  @Override
  public void audio(ByteBuffer pcm) {
    inStream(
        () -> {
          if (pcm.hasRemaining()) {
            audioCame = true;
            partAudioCame = true;
            rewatch();
            hear(pcm);
          }
        });
  }

  private void hear(ByteBuffer pcm) {
    try {
      stream.audio(pcm);
    } catch (AgentException unreadable) {
      fail(unreadable);
    }
  }

  @Override
  public void words(List<Word> words) {
    inStream(() -> stream.words(words));
  }

  @Override
  public void partDone() {
    inStream(
        () -> {
          if (done < next && !partAudioCame && !nothingToSay) {
            fail(stream.voicing().failures().noAudio());
          } else if (done < next) {
            stream.partDone(stream.script().part(done++));
            partAudioCame = false;
            rewatch();
            pump();
          }
        });
  }

  @Override
  public void nothingToSay() {
    inStream(() -> nothingToSay = true);
  }

  @Override
  public void done() {
    inStream(
        () -> {
          if (!audioCame && !nothingToSay && next > first) {
            fail(stream.voicing().failures().noAudio());
            return;
          }
          if (!ended) {
            fail(stream.voicing().failures().told(ErrorKind.PROTOCOL, ENDED_EARLY, null));
            return;
          }
          stop();
          stream.complete();
        });
  }

  @Override
  public void failed(AgentException error) {
    inStream(() -> fail(error));
  }
}
