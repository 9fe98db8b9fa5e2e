package dev.parley.agora;

import dev.parley.audio.AudioFrame;
import io.agora.rtc.AgoraLocalUser;
import io.agora.rtc.IAudioFrameObserver;
import io.agora.rtc.VadProcessResult;
import java.nio.ByteBuffer;

/**
 * Hears everyone's sound on the SDK's threads, a frame of 10 ms at a time, copies it, for the
 * buffer is only good during the call, and hands it over.
 */
final class FrameObserver implements IAudioFrameObserver {
  private static final int REFUSED = 0;
  private static final int TAKEN = 1;

  private final Lane lane;
  private final Link link;
  private final PeopleListener listener;

  FrameObserver(Lane lane, Link link, PeopleListener listener) {
    this.lane = lane;
    this.link = link;
    this.listener = listener;
  }

  @Override
  public int onPlaybackAudioFrameBeforeMixing(
      AgoraLocalUser agoraLocalUser,
      String channelId,
      String userId,
      io.agora.rtc.AudioFrame frame,
      VadProcessResult vadResult) {
    ByteBuffer pcm = frame == null ? null : frame.getBuffer();
    if (pcm == null || pcm.remaining() == 0 || pcm.remaining() % 2 != 0) {
      return REFUSED;
    }
    AudioFrame copy = AudioFrame.copyOf(AgoraOptions.EAR, pcm.duplicate());
    return lane.offer(() -> listener.onAudio(link, userId, copy)) ? TAKEN : REFUSED;
  }
}
