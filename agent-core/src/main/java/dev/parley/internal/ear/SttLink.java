package dev.parley.internal.ear;

import dev.parley.AgentException;
import dev.parley.Cancellable;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.spi.CloseReason;
import dev.parley.spi.EndOfTurn;
import dev.parley.spi.Participant;
import dev.parley.spi.PluginContext;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.SttListener;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;
import dev.parley.spi.Transcript;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A participant's line to a recogniser, which it reopens when it is cut: audio since the last final
 * is sent again, so that nobody has to repeat anything. On the session loop.
 */
final class SttLink {
  /** Hears what is understood; on the loop. Times are of the session's clock; -1 where unknown. */
  interface Listener {
    void onSpeechStarted(long began);

    void onInterim(Heard heard);

    void onFinal(Heard heard);

    void onEndOfTurn();

    void onError(AgentException error);

    void onMetric(PluginMetric metric);

    /** No more transcripts will come. */
    void onEnded();
  }

  /** A transcript with its place in the session. */
  record Heard(Transcript transcript, int connection, long began, long ended) {}

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final SessionLoop loop;
  private final List<SpeechToText> recognisers;
  private final Participant participant;
  private final AudioFormat format;
  private final List<String> keyterms;
  private final PluginContext context;
  private final Listener listener;
  private final AudioMemory memory;
  private @Nullable Connection connection;
  private int connections;
  private int choice;
  private int failures;
  private long dropped;
  private Cancellable reopening = Cancellable.NONE;
  private boolean finishing;
  private boolean over;

  SttLink(
      SessionLoop loop,
      List<SpeechToText> recognisers,
      Participant participant,
      AudioFormat format,
      List<String> keyterms,
      PluginContext context,
      Listener listener) {
    this.loop = loop;
    this.recognisers = List.copyOf(recognisers);
    this.participant = participant;
    this.format = format;
    this.keyterms = List.copyOf(keyterms);
    this.context = context;
    this.listener = listener;
    this.memory = new AudioMemory(format);
  }

  void offer(AudioFrame frame, long captured) {
    if (over || finishing) {
      return;
    }
    memory.add(frame, captured);
    if (connection != null) {
      connection.offer(frame, captured);
    }
  }

  /** How much more audio is needed before anything can come of it. */
  Duration wants() {
    return connection == null ? Duration.ZERO : connection.stream.wants();
  }

  void forceEndpoint() {
    if (connection != null) {
      connection.stream.forceEndpoint();
    }
  }

  void agentSaid(String text) {
    if (connection != null) {
      connection.stream.agentSaid(text);
    }
  }

  /** Forgets audio whose transcript is final. */
  void settledUntil(long captured) {
    memory.forgetBefore(captured);
  }

  /** Ends the audio and waits for what is pending. */
  void finish() {
    finishing = true;
    reopening.cancel();
    if (connection == null) {
      end();
    } else {
      connection.stream.finish();
    }
  }

  void close() {
    finishing = true;
    reopening.cancel();
    if (connection == null) {
      end();
    } else {
      connection.stream.close();
    }
  }

  private void end() {
    if (!over) {
      over = true;
      listener.onEnded();
    }
  }

  /** Opens the line. */
  void open() {
    if (over || finishing) {
      return;
    }
    connections++;
    var next = new Connection(connections);
    connection = next;
    next.stream =
        recognisers.get(choice).open(new SttRequest(participant, format, keyterms, context), next);
    memory.replay(next::offer);
  }

  private void closed(CloseReason reason) {
    connection = null;
    if (finishing) {
      reason.error().ifPresent(listener::onError);
      end();
      return;
    }
    AgentException error = reason.error().orElse(null);
    if (error != null) {
      listener.onError(error);
    }
    boolean again = error == null || error.isRetryable();
    if (!again && choice + 1 >= recognisers.size()) {
      end();
      return;
    }
    if (!again || (failures >= 3 && choice + 1 < recognisers.size())) {
      choice++;
      failures = 0;
    }
    reopening = loop.schedule(pause(error), this::open);
    failures++;
  }

  /** None before the first attempt, then 100 ms, 200 ms and so on. */
  private Duration pause(@Nullable AgentException error) {
    Duration asked = error == null ? Duration.ZERO : error.retryAfter().orElse(Duration.ZERO);
    Duration own =
        failures == 0 ? Duration.ZERO : FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 6));
    Duration pause = asked.compareTo(own) > 0 ? asked : own;
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /** One stream, from open to closed. */
  private final class Connection extends SttListener {
    private final int number;
    private final StreamTime time = new StreamTime();

    @SuppressWarnings("NullAway") // set right after the constructor, before anything can call
    private SttStream stream;

    @SuppressWarnings("NullAway") // see stream
    Connection(int number) {
      this.number = number;
    }

    void offer(AudioFrame frame, long captured) {
      if (stream.offer(frame)) {
        time.offered(captured, frame.duration().toNanos());
      } else if (dropped++ % 100 == 0) {
        listener.onMetric(new PluginMetric("stt.dropped.frames", dropped));
      }
    }

    private void onLoop(Runnable work) {
      loop.execute(
          () -> {
            if (connection == this && !over) {
              work.run();
            }
          });
    }

    private Heard heard(Transcript transcript) {
      long began = transcript.start().map(start -> time.captured(start.toNanos())).orElse(-1L);
      long ended = transcript.end().map(end -> time.captured(end.toNanos())).orElse(-1L);
      return new Heard(transcript, number, began, ended);
    }

    @Override
    public void onSpeechStarted(Duration start) {
      onLoop(() -> listener.onSpeechStarted(Math.min(time.captured(start.toNanos()), loop.now())));
    }

    @Override
    public void onInterim(Transcript transcript) {
      onLoop(() -> listener.onInterim(heard(transcript)));
    }

    @Override
    public void onFinal(Transcript transcript) {
      onLoop(
          () -> {
            failures = 0;
            listener.onFinal(heard(transcript));
          });
    }

    @Override
    public void onEndOfTurn(EndOfTurn end) {
      onLoop(listener::onEndOfTurn);
    }

    @Override
    public void onError(AgentException error) {
      onLoop(() -> listener.onError(error));
    }

    @Override
    public void onMetric(PluginMetric metric) {
      onLoop(() -> listener.onMetric(metric));
    }

    @Override
    public void onClosed(CloseReason reason) {
      onLoop(() -> closed(reason));
    }
  }
}
