package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.audio.PcmFormat;
import dev.parley.agora.simulator.audio.PcmFrame;
import io.agora.rtc.Constants;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The audio a connection sends. In the AI server scenario what is pushed goes out at once;
 * otherwise it waits in a queue and goes out a frame every 10 ms, with silence when the queue is
 * empty. Guarded by the world's lock.
 */
final class AudioSender {
  private static final int MOST_FRAMES = 100_000;
  private static final int MOST_METADATA = 100;
  private static final int LARGEST_METADATA = 1_024;
  private static final int STALE_TICKS = 2;

  private final Connection connection;
  private final ConnectionSettings settings;
  private final PcmSlicer slicer = new PcmSlicer();
  private final PushClock clock = new PushClock();
  private final ArrayDeque<PcmFrame> queue = new ArrayDeque<>();
  private final List<byte[]> metadata = new ArrayList<>();
  private int scenario;
  private PcmFormat lastFormat = PcmFormat.SPEECH;
  private int ticksSincePush;
  private int sentInRound;
  private long bytesSent;
  private long pushesLost;

  AudioSender(Connection connection, ConnectionSettings settings) {
    this.connection = connection;
    this.settings = settings;
    scenario = settings.scenario();
  }

  int scenario() {
    return scenario;
  }

  void scenario(int now) {
    scenario = now;
  }

  private boolean isAiServer() {
    return scenario == Constants.AUDIO_SCENARIO_AI_SERVER;
  }

  private boolean isIncremental() {
    return settings.incrementalMs() > 0 && (isAiServer() || scenario == 0);
  }

  private boolean isDirect() {
    return isAiServer() && !isIncremental();
  }

  int publish() {
    if (settings.publishType() == Constants.AudioPublishType.NO_PUBLISH) {
      return ErrorCode.REFUSED;
    }
    if (!connection.isBroadcaster()) {
      return ErrorCode.ROLE_NOT_AUTHORISED;
    }
    if (!connection.terms().mayPublish()) {
      connection.events().publicationFailed();
    } else if (!connection.hasOpenTrack()) {
      connection.openTrack();
      tellIfJoined(ConnectionEvents::published);
    }
    return ErrorCode.OK;
  }

  int unpublish() {
    discard();
    if (connection.hasOpenTrack()) {
      connection.closeTrack();
      tellIfJoined(ConnectionEvents::unpublished);
    }
    return ErrorCode.OK;
  }

  // What is published before the join is told of once joined.
  private void tellIfJoined(Consumer<ConnectionEvents> event) {
    if (connection.channel() != null) {
      event.accept(connection.events());
    }
  }

  /** Forgets what has not been sent. */
  void discard() {
    queue.clear();
    slicer.clear();
    clock.reset();
    sentInRound = 0;
  }

  int push(byte[] data, PcmFormat format, long presentationMs) {
    int refusal = refusalOf(Constants.AudioPublishType.PCM);
    if (refusal != ErrorCode.OK) {
      return refusal;
    }
    clock.push(
        connection.world().time().nanoTime(),
        Duration.ofMillis(data.length / format.bytesPerMillisecond()).toNanos());
    if (!canSend()) {
      pushesLost++;
      return ErrorCode.OK;
    }
    return enqueue(data, format, presentationMs);
  }

  private int enqueue(byte[] data, PcmFormat format, long presentationMs) {
    if (queue.size() + data.length / format.bytesPerFrame() > MOST_FRAMES) {
      return ErrorCode.GENERAL;
    }
    ticksSincePush = 0;
    slicer.push(format, data, presentationMs, queue::add);
    if (isDirect()) {
      sendQueue(queue.size());
    }
    return ErrorCode.OK;
  }

  int pushEncoded(byte[] data, int codec) {
    int refusal = refusalOf(Constants.AudioPublishType.ENCODED_PCM);
    Channel channel = connection.channel();
    if (refusal != ErrorCode.OK || channel == null || !canSend()) {
      return refusal;
    }
    bytesSent += data.length;
    channel.sendEncoded(connection, data, codec);
    return ErrorCode.OK;
  }

  private int refusalOf(Constants.AudioPublishType needed) {
    if (settings.publishType() != needed) {
      return ErrorCode.REFUSED;
    }
    if (connection.hasLeft()) {
      return ErrorCode.NOT_IN_CHANNEL;
    }
    return connection.isBroadcaster() ? ErrorCode.OK : ErrorCode.ROLE_NOT_AUTHORISED;
  }

  private boolean canSend() {
    return connection.channel() != null
        && connection.hasOpenTrack()
        && connection.terms().mayPublish();
  }

  int attach(byte[] data) {
    if (data.length > LARGEST_METADATA) {
      return ErrorCode.DATA_TOO_LARGE;
    }
    if (connection.channel() == null) {
      return ErrorCode.NOT_IN_CHANNEL;
    }
    if (metadata.size() == MOST_METADATA) {
      return ErrorCode.BITRATE_LIMIT;
    }
    metadata.add(data.clone());
    return ErrorCode.OK;
  }

  /** Sends what is due in this 10 ms. */
  void tick() {
    if (!canSend() || settings.publishType() != Constants.AudioPublishType.PCM) {
      return;
    }
    if (++ticksSincePush == STALE_TICKS) {
      slicer.flush(queue::add);
    }
    int due = framesDue();
    sendQueue(due);
  }

  private int framesDue() {
    if (isDirect()) {
      return queue.size();
    }
    if (queue.isEmpty()) {
      sentInRound = 0;
      silence();
      return 0;
    }
    boolean fast = isIncremental() && sentInRound < settings.incrementalMs() / 10;
    return fast ? settings.incrementalSpeed() : 1;
  }

  private void silence() {
    if (!isAiServer()) {
      send(PcmFrame.silence(lastFormat));
    }
  }

  private void sendQueue(int most) {
    for (int i = 0; i < most && !queue.isEmpty(); i++) {
      sentInRound++;
      send(queue.remove());
    }
  }

  private void send(PcmFrame frame) {
    Channel channel = connection.channel();
    if (channel == null) {
      return;
    }
    lastFormat = frame.format();
    bytesSent += frame.pcm().length;
    List<byte[]> riding = List.copyOf(metadata);
    metadata.clear();
    channel.send(new AudioPacket(connection, connection.track(), frame, riding));
  }

  boolean isCompleted(long now) {
    return clock.isCompleted(now);
  }

  /** Returns how much audio waits to be sent. */
  Duration queued() {
    return Heartbeat.FRAME.multipliedBy(queue.size());
  }

  long bytesSent() {
    return bytesSent;
  }

  /** Returns how many pushes were accepted and went nowhere: not joined, or not published. */
  long pushesLost() {
    return pushesLost;
  }
}
