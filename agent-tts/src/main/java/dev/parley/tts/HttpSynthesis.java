package dev.parley.tts;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.spi.Word;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Speaks each part of a text by a request of its own. The next request runs while the audio of the
 * one before still comes; what comes early waits for its turn. Thread-safe.
 */
final class HttpSynthesis implements Synthesis {
  private final Web web;
  private final HttpVoice voice;
  private final Failures failures;
  private final int bytesPerSecond;
  private final SynthesisListener listener;
  private final Consumer<HttpSynthesis> whenOver;
  private final Serial serial = new Serial();
  private final ArrayDeque<Exchange> exchanges = new ArrayDeque<>();
  private @Nullable AskedAhead ahead;
  private Duration spoken = Duration.ZERO;
  private boolean ended;
  private volatile boolean cancelled;

  /**
   * Creates an attempt.
   *
   * @param whenOver is told when it is cancelled, which every attempt is in the end
   */
  HttpSynthesis(
      Web web,
      HttpVoice voice,
      Failures failures,
      Manners manners,
      SynthesisListener listener,
      Consumer<HttpSynthesis> whenOver) {
    this.web = web;
    this.voice = voice;
    this.failures = failures;
    this.bytesPerSecond = manners.output().sampleRateHz() * manners.output().bytesPerSample();
    this.listener = listener;
    this.whenOver = whenOver;
  }

  /** Says that requests may be made at once. */
  void begin() {
    listener.ready();
  }

  @Override
  public int say(Part part) {
    String text = voice.sent(part);
    serial.execute(
        () -> {
          if (!cancelled && !continues(text)) {
            var exchange = new Exchange(call(text));
            exchanges.add(exchange);
            exchange.call.enqueue(exchange);
          }
        });
    return Texts.characters(text);
  }

  private Call call(String text) {
    return web.call(voice.request(text).tag(Web.Connecting.class, new Web.Connecting()).build());
  }

  @Override
  public void anticipate(Part part) {
    if (voice.asksAhead()) {
      serial.execute(() -> askAhead(voice.sent(part)));
    }
  }

  private void askAhead(String text) {
    dropAhead();
    if (!cancelled) {
      ahead = new AskedAhead(text, call(text));
      ahead.begin();
    }
  }

  /** Whether the text has been asked for ahead; what was asked for instead is thrown away. */
  private boolean continues(String text) {
    AskedAhead asked = ahead;
    if (asked == null || !asked.isFor(text)) {
      dropAhead();
      return false;
    }
    ahead = null;
    var exchange = new Exchange(asked.call());
    exchanges.add(exchange);
    if (asked.take(exchange)) {
      return true;
    }
    exchanges.remove(exchange);
    return false;
  }

  private void dropAhead() {
    if (ahead != null) {
      ahead.drop();
      ahead = null;
      if (!cancelled) {
        listener.measured("asked_ahead.dropped", 1);
      }
    }
  }

  @Override
  public void end() {
    serial.execute(
        () -> {
          ended = true;
          doneIfOver();
        });
  }

  @Override
  public void cancel() {
    cancelled = true;
    whenOver.accept(this);
    serial.execute(
        () -> {
          dropAhead();
          exchanges.forEach(Exchange::cancel);
        });
  }

  /** Fails because the voice was closed. */
  void abandon() {
    serial.execute(
        () -> {
          if (!cancelled) {
            cancel();
            listener.failed(failures.told(ErrorKind.INTERNAL, "the voice was closed", null));
          }
        });
  }

  private void doneIfOver() {
    if (ended && exchanges.isEmpty() && !cancelled) {
      listener.done();
    }
  }

  /** The front one is over: the next one tells what it has kept. */
  private void advance() {
    spoken = spoken.plus(exchanges.remove().received);
    listener.partDone();
    Exchange next = exchanges.peek();
    if (next != null) {
      next.catchUp();
    }
    doneIfOver();
  }

  /** One request and what comes of it. */
  private final class Exchange implements Callback, BodyListener {
    /** Half a minute of the usual voice; the reader waits when a later part is ahead by more. */
    private static final int MOST_BYTES_AHEAD = 1_500_000;

    private final Call call;
    private final List<Runnable> kept = new ArrayList<>();
    private final Object room = new Object();
    private int bytesAhead;
    private long bytes;
    private Duration received = Duration.ZERO;

    Exchange(Call call) {
      this.call = call;
    }

    void cancel() {
      call.cancel();
      clearAhead();
    }

    @Override
    public void onResponse(Call done, Response response) {
      try (response) {
        if (!response.isSuccessful()) {
          AgentException refused = voice.refused(response);
          tell(() -> listener.failed(refused));
          return;
        }
        boolean reused = Web.reused(done.request());
        measured(LineTurn.REUSED, reused ? 1 : 0);
        voice.read(response, this);
        tell(HttpSynthesis.this::advance);
      } catch (AgentException told) {
        tell(() -> listener.failed(told));
      } catch (IOException cut) {
        onFailure(done, cut);
      } catch (RuntimeException defect) { // whatever a body makes of our parser, the reply must end
        onFailure(done, new IOException("the response makes no sense", defect));
      }
    }

    @Override
    public void onFailure(Call failed, IOException why) {
      if (!cancelled) { // the failure of a call that was cancelled is none
        tell(() -> listener.failed(failures.network(why)));
      }
    }

    @Override
    public void audio(ByteBuffer pcm) {
      bytes += pcm.remaining();
      received = Duration.ofNanos(bytes * 1_000_000_000L / bytesPerSecond);
      waitForRoom(pcm.remaining());
      tell(() -> listener.audio(pcm));
    }

    @Override
    public void measured(String what, double value) {
      tell(() -> listener.measured(what, value));
    }

    @Override
    public void words(List<Word> words) {
      tell(() -> listener.words(words.stream().map(this::later).toList()));
    }

    private Word later(Word word) {
      return new Word(
          word.text(), word.start().plus(spoken), word.end().plus(spoken), word.confidence());
    }

    /** Runs the task now if this is the part that is being spoken, else when it is. */
    private void tell(Runnable task) {
      serial.execute(
          () -> {
            if (cancelled) {
              return;
            }
            if (exchanges.peek() == this) {
              clearAhead();
              task.run();
            } else {
              kept.add(task);
            }
          });
    }

    /** Called in the serial context; what it runs may end this exchange and begin the next. */
    void catchUp() {
      clearAhead();
      List<Runnable> tasks = List.copyOf(kept);
      kept.clear();
      tasks.forEach(Runnable::run);
    }

    private void clearAhead() {
      synchronized (room) {
        bytesAhead = 0;
        room.notifyAll();
      }
    }

    /** Blocks OkHttp's thread, and so the vendor, while a part that is not yet due is far ahead. */
    private void waitForRoom(int more) {
      synchronized (room) {
        while (bytesAhead > MOST_BYTES_AHEAD && !cancelled) {
          try {
            room.wait();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
          }
        }
        bytesAhead += more;
      }
    }
  }
}
