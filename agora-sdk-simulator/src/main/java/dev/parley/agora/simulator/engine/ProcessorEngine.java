package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.audio.PcmConverter;
import dev.parley.agora.simulator.audio.PcmFormat;
import dev.parley.agora.simulator.audio.PcmFrame;
import io.agora.rtc.AgoraAudioVadConfigV2;
import io.agora.rtc.AgoraExternalAudioProcessor;
import io.agora.rtc.IExternalAudioProcessorObserver;
import io.agora.rtc.VadProcessResult;
import org.jspecify.annotations.Nullable;

/**
 * What {@code AgoraExternalAudioProcessor} does: converts pushed audio and detects speech in it.
 * The audio itself is not processed. Thread-safe.
 */
public final class ProcessorEngine {
  private final World world;
  private final ServiceSession service;
  private final ApiGuard guard;
  private final CallbackGate gate;
  private final CallbackLane lane;
  private final PcmSlicer slicer = new PcmSlicer();
  private final DirectFrame memory = new DirectFrame();
  private @Nullable AgoraExternalAudioProcessor api;
  private @Nullable IExternalAudioProcessorObserver observer;
  private @Nullable PcmFormat output;
  private @Nullable PcmConverter converter;
  private @Nullable VoiceActivity vad;

  ProcessorEngine(World world, ServiceSession service) {
    this.world = world;
    this.service = service;
    String name = "AgoraExternalAudioProcessor#" + world.nextConnectionId();
    guard = new ApiGuard(world, name);
    gate = Callbacks.newGate(world, name);
    lane = new CallbackLane(name, world.time(), gate);
  }

  /** Tells which object the callbacks are given. */
  public void attach(AgoraExternalAudioProcessor processor) {
    api = processor;
  }

  /** Starts; needs audio processing to be enabled in the service. */
  public int initialize(
      int rate,
      int channels,
      @Nullable AgoraAudioVadConfigV2 vadConfig,
      @Nullable IExternalAudioProcessorObserver listener) {
    return guard.code("initialize", () -> initializeChecked(rate, channels, vadConfig, listener));
  }

  private int initializeChecked(
      int rate,
      int channels,
      @Nullable AgoraAudioVadConfigV2 vadConfig,
      @Nullable IExternalAudioProcessorObserver listener) {
    if (!service.isApmEnabled()) {
      return ErrorCode.NOT_SUPPORTED;
    }
    if (listener == null || !PcmFormat.isSupported(rate, channels)) {
      return ErrorCode.INVALID_ARGUMENT;
    }
    output = new PcmFormat(rate, channels);
    observer = listener;
    vad = vadConfig == null ? null : new VoiceActivity(vadConfig);
    return ErrorCode.OK;
  }

  /** Takes audio of whole milliseconds. */
  public int push(byte @Nullable [] data, int rate, int channels, long presentationMs) {
    return guard.code("pushAudioPcmData", () -> pushChecked(data, rate, channels, presentationMs));
  }

  private int pushChecked(byte @Nullable [] data, int rate, int channels, long presentationMs) {
    if (output == null) {
      return ErrorCode.NOT_INITIALISED;
    }
    if (data == null || data.length == 0 || !PcmFormat.isSupported(rate, channels)) {
      return ErrorCode.INVALID_ARGUMENT;
    }
    PcmFormat format = new PcmFormat(rate, channels);
    if (data.length % format.bytesPerMillisecond() != 0) {
      return ErrorCode.INVALID_ARGUMENT;
    }
    slicer.push(format, data, presentationMs, this::process);
    return ErrorCode.OK;
  }

  private void process(PcmFrame slice) {
    PcmFormat format = output;
    if (format == null) {
      return;
    }
    byte[] pcm = converter(slice.format(), format).convert(slice.pcm());
    VadProcessResult result = vad == null ? null : vad.process(pcm);
    DirectFrame.Content content =
        new DirectFrame.Content(
            new PcmFrame(format, pcm, slice.presentationMs()), world.epochMillis());
    lane.post("onAudioFrame", () -> deliver(content, result));
  }

  private PcmConverter converter(PcmFormat from, PcmFormat to) {
    PcmConverter known = converter;
    if (known == null || !known.from().equals(from)) {
      known = new PcmConverter(from, to);
      converter = known;
    }
    return known;
  }

  private void deliver(DirectFrame.Content content, @Nullable VadProcessResult result) {
    IExternalAudioProcessorObserver listener = observer;
    AgoraExternalAudioProcessor processor = api;
    if (listener != null && processor != null && !guard.isDestroyed()) {
      memory.lend(content, frame -> listener.onAudioFrame(processor, frame, result));
    }
  }

  /** Ends it; no callback comes after that. */
  public void destroy() {
    if (guard.destroy()) {
      world.run(() -> service.remove(this));
      gate.awaitIdle();
      lane.stop();
    }
  }

  void abandon() {
    lane.abandon();
  }
}
