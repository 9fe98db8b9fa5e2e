package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.audio.PcmFormat;
import dev.parley.agora.simulator.audio.PcmFrame;
import io.agora.rtc.AgoraAudioVadConfigV2;
import io.agora.rtc.AgoraLocalUser;
import io.agora.rtc.AudioFrame;
import io.agora.rtc.AudioVolumeInfo;
import io.agora.rtc.EncodedAudioFrameReceiverInfo;
import io.agora.rtc.IAudioFrameObserver;
import io.agora.rtc.VadProcessResult;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The audio a connection hears: a frame of each subscribed user every 10 ms, and the mix. Guarded
 * by the world's lock.
 */
final class AudioReceiver {
  private static final int PLAYBACK = 1;
  private static final int MIXED = 4;
  private static final int BEFORE_MIXING = 8;

  private final Connection connection;
  private final Subscriptions subscriptions;
  private final DirectFrame memory = new DirectFrame();
  private final VolumeReport volume = new VolumeReport();
  private final Map<Member, Remote> remotes = new LinkedHashMap<>();
  private @Nullable PcmFormat beforeMixing;
  private @Nullable PlaybackMix playback;
  private @Nullable PlaybackMix mixed;
  private int observed = PLAYBACK | MIXED | BEFORE_MIXING;
  private String loudest = "";
  private long bytesReceived;

  /** One remote user: what came in, and whether it is speech. */
  private static final class Remote {
    private final RemoteAudio audio;
    private @Nullable VoiceActivity vad;
    private boolean heard;

    Remote(boolean aiQosCapable) {
      audio = new RemoteAudio(aiQosCapable);
    }
  }

  AudioReceiver(Connection connection, boolean autoSubscribe) {
    this.connection = connection;
    subscriptions = new Subscriptions(autoSubscribe);
  }

  Subscriptions subscriptions() {
    return subscriptions;
  }

  VolumeReport volume() {
    return volume;
  }

  long bytesReceived() {
    return bytesReceived;
  }

  void beforeMixing(PcmFormat format) {
    beforeMixing = format;
  }

  void playback(PlaybackMix mix) {
    playback = mix;
  }

  void mixed(PlaybackMix mix) {
    mixed = mix;
  }

  /** Delivers only the frames in this bit mask. */
  void observed(int mask) {
    observed = mask;
  }

  void onAudio(AudioPacket packet, long due, boolean lost) {
    Member sender = packet.sender();
    if (!lost) {
      bytesReceived += packet.frame().pcm().length;
      packet.metadata().forEach(data -> deliverMetadata(sender, data));
    }
    if (subscriptions.wants(sender.userId())) {
      remotes
          .computeIfAbsent(sender, s -> new Remote(connection.isAiQosCapable()))
          .audio
          .offer(packet, due, lost);
    }
  }

  private void deliverMetadata(Member sender, byte[] data) {
    String from = sender.userId();
    connection
        .callbacks()
        .localUser(
            "onAudioMetaDataReceived",
            observer ->
                observer.onAudioMetaDataReceived(connection.localUser(), from, data.clone()));
  }

  void onEncodedAudio(String from, byte[] data, int codec) {
    EncodedAudioFrameReceiverInfo info = new EncodedAudioFrameReceiverInfo();
    info.setCodec(codec);
    info.setSendTs(connection.world().epochMillis());
    bytesReceived += data.length;
    connection
        .callbacks()
        .encoded(
            "onEncodedAudioFrameReceived",
            observer ->
                memory.lend(data, lent -> observer.onEncodedAudioFrameReceived(from, lent, info)));
  }

  /** Starts voice activity detection anew for everyone. */
  void resetVoiceActivity() {
    remotes.values().forEach(remote -> remote.vad = null);
  }

  void trackEnded(Member sender, int track) {
    Remote remote = remotes.get(sender);
    if (remote != null) {
      remote.audio.drop(track);
    }
  }

  void forget(Member sender) {
    remotes.remove(sender);
  }

  void forgetAll() {
    remotes.clear();
  }

  /** Hears the audio of 10 ms. */
  void tick(long now) {
    remotes.forEach((sender, remote) -> hear(sender, remote, now));
    mix("onPlaybackAudioFrame", playback, PLAYBACK, IAudioFrameObserver::onPlaybackAudioFrame);
    mix("onMixedAudioFrame", mixed, MIXED, IAudioFrameObserver::onMixedAudioFrame);
    if (volume.isDue()) {
      reportVolume();
    }
  }

  private void hear(Member sender, Remote remote, long now) {
    RemoteAudio.Frame frame = remote.audio.next(now);
    if (frame == null || !subscriptions.wants(sender.userId())) {
      return;
    }
    if (!remote.heard) {
      remote.heard = true;
      connection.events().firstFrame(sender.userId());
    }
    PcmFormat format = beforeMixing;
    byte[] pcm = remote.audio.samples(frame, format == null ? PcmFormat.SPEECH : format);
    volume.add(sender.userId(), pcm);
    if (format != null && (observed & BEFORE_MIXING) != 0) {
      deliver(sender, remote, frame, pcm, format);
    }
    addTo(playback, remote, frame);
    addTo(mixed, remote, frame);
  }

  private static void addTo(@Nullable PlaybackMix mix, Remote remote, RemoteAudio.Frame frame) {
    if (mix != null) {
      mix.add(remote.audio.samples(frame, mix.format()));
    }
  }

  private void deliver(
      Member sender, Remote remote, RemoteAudio.Frame frame, byte[] pcm, PcmFormat format) {
    String channel = connection.channelName();
    String from = sender.userId();
    VadProcessResult vad = judge(remote, pcm);
    DirectFrame.Content content =
        new DirectFrame.Content(
            new PcmFrame(format, pcm, frame.lost() ? 0 : frame.packet().frame().presentationMs()),
            connection.world().epochMillis());
    connection
        .callbacks()
        .frame(
            "onPlaybackAudioFrameBeforeMixing",
            observer ->
                memory.lend(
                    content,
                    lent ->
                        observer.onPlaybackAudioFrameBeforeMixing(
                            connection.localUser(), channel, from, lent, vad)));
  }

  private @Nullable VadProcessResult judge(Remote remote, byte[] pcm) {
    AgoraAudioVadConfigV2 config = connection.callbacks().vadConfig();
    if (config == null) {
      return null;
    }
    if (remote.vad == null) {
      remote.vad = new VoiceActivity(config);
    }
    return remote.vad.process(pcm);
  }

  private interface MixCallback {
    int call(IAudioFrameObserver observer, AgoraLocalUser user, String channel, AudioFrame frame);
  }

  private void mix(String name, @Nullable PlaybackMix mix, int bit, MixCallback callback) {
    byte[] pcm = mix == null ? null : mix.next();
    if (mix == null || pcm == null || (observed & bit) == 0) {
      return;
    }
    String channel = connection.channelName();
    DirectFrame.Content content =
        new DirectFrame.Content(
            new PcmFrame(mix.format(), pcm, 0), connection.world().epochMillis());
    connection
        .callbacks()
        .frame(
            name,
            observer ->
                memory.lend(
                    content,
                    lent -> callback.call(observer, connection.localUser(), channel, lent)));
  }

  private void reportVolume() {
    AudioVolumeInfo[] speakers = volume.take();
    connection.events().volume(speakers);
    AudioVolumeInfo top = null;
    for (AudioVolumeInfo speaker : speakers) {
      if (speaker.getVolume() > (top == null ? 0 : top.getVolume())) {
        top = speaker;
      }
    }
    if (top != null && !top.getUserId().equals(loudest)) {
      loudest = top.getUserId();
      connection.events().activeSpeaker(loudest);
    }
  }
}
