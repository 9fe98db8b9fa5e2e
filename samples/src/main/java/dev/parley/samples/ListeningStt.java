package dev.parley.samples;

import dev.parley.AgentException;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.EndOfTurn;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.SttCapabilities;
import dev.parley.spi.SttListener;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;
import dev.parley.spi.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A recogniser that listens in on another one: how much audio each participant's stream was given,
 * and how sure it was of what it understood last. Thread-safe.
 */
final class ListeningStt extends SpeechToText {
  private final SpeechToText recogniser;
  private final Map<String, Duration> audio = new ConcurrentHashMap<>();
  private final Map<String, Transcript> latest = new ConcurrentHashMap<>();

  ListeningStt(SpeechToText recogniser) {
    this.recogniser = recogniser;
  }

  @Override
  public String name() {
    return recogniser.name();
  }

  @Override
  public SttCapabilities capabilities() {
    return recogniser.capabilities();
  }

  /** How much audio was given to the recogniser, by uid. */
  Map<String, Duration> audio() {
    return new TreeMap<>(audio);
  }

  /** The final transcript that came last from this participant. */
  Optional<Transcript> latest(String uid) {
    return Optional.ofNullable(latest.get(uid));
  }

  @Override
  public SttStream open(SttRequest request, SttListener listener) {
    String uid = request.participant().id();
    audio.putIfAbsent(uid, Duration.ZERO);
    return new Stream(uid, recogniser.open(request, new Listener(uid, listener)));
  }

  @Override
  public void close() {
    recogniser.close();
  }

  private final class Stream extends SttStream {
    private final String uid;
    private final SttStream stream;

    Stream(String uid, SttStream stream) {
      this.uid = uid;
      this.stream = stream;
    }

    @Override
    public boolean offer(AudioFrame frame) {
      boolean taken = stream.offer(frame);
      if (taken) {
        audio.merge(uid, frame.duration(), Duration::plus);
      }
      return taken;
    }

    @Override
    public void forceEndpoint() {
      stream.forceEndpoint();
    }

    @Override
    public void agentSaid(String text) {
      stream.agentSaid(text);
    }

    @Override
    public void expect(List<String> keyterms) {
      stream.expect(keyterms);
    }

    @Override
    public void finish() {
      stream.finish();
    }

    @Override
    public void close() {
      stream.close();
    }
  }

  private final class Listener extends SttListener {
    private final String uid;
    private final SttListener listener;

    Listener(String uid, SttListener listener) {
      this.uid = uid;
      this.listener = listener;
    }

    @Override
    public void onFinal(Transcript transcript) {
      latest.put(uid, transcript);
      listener.onFinal(transcript);
    }

    @Override
    public void onSpeechStarted(Duration start) {
      listener.onSpeechStarted(start);
    }

    @Override
    public void onInterim(Transcript transcript) {
      listener.onInterim(transcript);
    }

    @Override
    public void onEndOfTurn(EndOfTurn end) {
      listener.onEndOfTurn(end);
    }

    @Override
    public void onRevised(Transcript transcript) {
      listener.onRevised(transcript);
    }

    @Override
    public void onError(AgentException error) {
      listener.onError(error);
    }

    @Override
    public void onMetric(PluginMetric metric) {
      listener.onMetric(metric);
    }

    @Override
    public void onClosed(CloseReason reason) {
      listener.onClosed(reason);
    }
  }
}
