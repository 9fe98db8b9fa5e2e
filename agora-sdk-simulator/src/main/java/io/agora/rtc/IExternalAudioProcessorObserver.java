package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Hears the frames that an external audio processor has worked on. */
public interface IExternalAudioProcessorObserver {
  @Evidence(Evidence.Level.OVERRIDDEN)
  void onAudioFrame(
      AgoraExternalAudioProcessor audioProcessor,
      AudioFrame audioFrame,
      VadProcessResult vadProcessResult);
}
