package dev.parley.tts;

import dev.parley.AgentException;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.Word;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One reply's use of one connection: what the stream asks for goes into the line's context, and the
 * end of the reply sets the connection free.
 */
final class LineTurn implements Synthesis {
  static final String REUSED = "connection_reused";

  private final Line line;
  private final TtsRequest request;
  private final SynthesisListener listener;
  private final boolean reused;
  private @Nullable Talk talk;
  private final AtomicBoolean left = new AtomicBoolean();
  private boolean over;

  LineTurn(Line line, TtsRequest request, SynthesisListener listener, boolean reused) {
    this.line = line;
    this.request = request;
    this.listener = listener;
    this.reused = reused;
  }

  /** Joins the line; in its context, like all that follows but the three verbs. */
  void enter() {
    line.enter(this);
  }

  /** Begins, unless that has been done. */
  void start() {
    if (talk == null && !over) {
      listener.measured(REUSED, reused ? 1 : 0);
      talk = line.protocol().begin(request, new Ear());
      if (over) {
        talk.cancel(); // the connection broke within the first message: calls its timers off
      }
    }
  }

  void fail(AgentException error) {
    if (!over) {
      over = true;
      if (talk != null) {
        talk.cancel(); // calls its timers off
      }
      leave();
      listener.failed(error);
    }
  }

  private void leave() {
    over = true;
    line.leave(this);
    if (left.compareAndSet(false, true)) {
      line.pool().left(line);
    }
  }

  @Override
  public int say(Part part) {
    String text = line.protocol().sent(part);
    inLine(() -> talking().say(text));
    return Texts.characters(text);
  }

  @Override
  public void end() {
    inLine(() -> talking().end());
  }

  /** Sets the connection free at once, for the next reply may begin before the line gets to it. */
  @Override
  public void cancel() {
    if (!left.compareAndSet(false, true)) {
      return;
    }
    line.pool().cancelled(line);
    line.serial()
        .execute(
            () -> {
              boolean owed = !over && talk != null && talk.cancel();
              leave();
              if (!owed) {
                line.pool().dead(line);
              }
            });
  }

  private void inLine(Runnable task) {
    line.serial()
        .execute(
            () -> {
              if (!over) {
                task.run();
              }
            });
  }

  private Talk talking() {
    if (talk == null) {
      throw new IllegalStateException("text came before the vendor was ready");
    }
    return talk;
  }

  /** Passes on what the vendor tells, until the reply is over. */
  private final class Ear implements SynthesisListener {
    @Override
    public void ready() {
      if (!over) {
        listener.ready();
      }
    }

    @Override
    public void measured(String what, double value) {
      if (!over) {
        listener.measured(what, value);
      }
    }

    @Override
    public void audio(ByteBuffer pcm) {
      if (!over) {
        listener.audio(pcm);
      }
    }

    @Override
    public void words(List<Word> words) {
      if (!over && !words.isEmpty()) {
        listener.words(words);
      }
    }

    @Override
    public void partDone() {
      if (!over) {
        listener.partDone();
      }
    }

    @Override
    public void nothingToSay() {
      if (!over) {
        listener.nothingToSay();
      }
    }

    @Override
    public void done() {
      if (!over) {
        leave();
        listener.done();
      }
    }

    @Override
    public void failed(AgentException error) {
      fail(error);
    }
  }
}
