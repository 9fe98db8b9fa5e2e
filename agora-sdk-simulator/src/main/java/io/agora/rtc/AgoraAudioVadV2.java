package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;
import dev.parley.agora.simulator.engine.VoiceActivity;
import io.agora.rtc.utils.Utils;

/** Voice activity detection on its own; documented until about 4.4.32.200 and dropped since. */
@Evidence(Evidence.Level.DECLARED)
public class AgoraAudioVadV2 {
  private final VoiceActivity vad;

  public AgoraAudioVadV2(AgoraAudioVadConfigV2 config) {
    vad = new VoiceActivity(config);
  }

  public VadProcessResult processFrame(AudioFrame frame) {
    return vad.process(Utils.getBytes(frame.getBuffer()));
  }

  public void destroy() {}
}
