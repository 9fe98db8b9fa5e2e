package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;
import dev.parley.agora.simulator.engine.ProcessorEngine;
import io.agora.rtc.apm.AgoraApmConfig;

/**
 * Works on audio without a channel. The simulator converts the format and detects speech; it does
 * not change the sound.
 */
public class AgoraExternalAudioProcessor {
  private final ProcessorEngine engine;

  AgoraExternalAudioProcessor(ProcessorEngine engine) {
    this.engine = engine;
    engine.attach(this);
  }

  /** Starts; needs {@code ApmMode.ENABLE} in the service. Either configuration may be null. */
  @Evidence(Evidence.Level.RETURN_USED)
  public int initialize(
      AgoraApmConfig apmConfig,
      int outputSampleRate,
      int outputChannels,
      AgoraAudioVadConfigV2 vadConfig,
      IExternalAudioProcessorObserver observer) {
    return engine.initialize(outputSampleRate, outputChannels, vadConfig, observer);
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int pushAudioPcmData(byte[] data, int sampleRate, int channels, long presentationMs) {
    return engine.push(data, sampleRate, channels, presentationMs);
  }

  @Evidence(Evidence.Level.CALLED)
  public void destroy() {
    engine.destroy();
  }
}
