package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.audio.AudioSource;
import dev.parley.agora.simulator.audio.PcmFormat;
import dev.parley.agora.simulator.audio.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A simulated person: speaks, hears and writes without the SDK. Guarded by the world's lock. */
public final class Person extends Member {
  private static final int MOST_MESSAGES = 10_000;

  private final boolean aiQos;
  private final boolean deaf;
  private final Speech speech = new Speech(this);
  private final Map<Member, RemoteAudio> remotes = new LinkedHashMap<>();
  private final Map<String, Recording> recordings = new LinkedHashMap<>();
  private final List<ReceivedData> messages = new ArrayList<>();
  private final List<ReceivedData> metadata = new ArrayList<>();
  private final List<byte[]> metadataToSend = new ArrayList<>();
  private @Nullable BiConsumer<String, byte[]> messageListener;
  private @Nullable Channel home;
  private @Nullable ChangeReason ended;

  /** Makes a person who is in no channel. */
  public Person(World world, boolean broadcaster, boolean aiQos, boolean deaf) {
    super(world, broadcaster);
    this.aiQos = aiQos;
    this.deaf = deaf;
  }

  /** Joins, with an open microphone unless told otherwise. Takes the lock. */
  public void join(Channel channel, String uid, boolean muted) {
    world().run(() -> joinLocked(channel, uid, muted));
  }

  private void joinLocked(Channel channel, String uid, boolean muted) {
    home = channel;
    userId(uid);
    if (!muted && isBroadcaster()) {
      openTrack();
    }
    channel.enter(this);
  }

  /** Leaves. Takes the lock. */
  public void leave() {
    world().run(this::leaveLocked);
  }

  private void leaveLocked() {
    Channel joined = channel();
    if (joined != null) {
      joined.leave(this, OfflineReason.QUIT);
    }
    home = null;
    speech.end();
  }

  /** Says what a source gives, after what is being said. Takes the lock. */
  public Utterance say(AudioSource source) {
    return world().locked(() -> speech.add(source));
  }

  /** Falls silent and forgets what was still to say. Takes the lock. */
  public void hush() {
    world().run(speech::end);
  }

  /** Whether something is still to be said. Takes the lock. */
  public boolean isSpeaking() {
    return world().locked(speech::isSpeaking);
  }

  /** Closes or opens the microphone. Takes the lock. */
  public void muted(boolean muted) {
    world().run(muted ? this::closeTrack : this::openTrack);
  }

  /** Shows this person to others, or hides them. Takes the lock. */
  public void role(boolean broadcasting) {
    world().run(() -> changeRole(broadcasting));
  }

  private void changeRole(boolean broadcasting) {
    Channel joined = channel();
    if (joined == null) {
      broadcaster(broadcasting);
    } else {
      joined.roleChanged(this, broadcasting);
    }
  }

  /** Sends a data message. Takes the lock. */
  public void write(byte[] data) {
    world().run(() -> writeLocked(data.clone()));
  }

  private void writeLocked(byte[] data) {
    Channel joined = channel();
    if (joined == null || !isBroadcaster()) {
      throw new IllegalStateException(
          "person " + userId() + " cannot write; join as a broadcaster first");
    }
    joined.sendMessage(this, data);
  }

  /** Puts metadata on the next frame of audio. Takes the lock. */
  public void attach(byte[] data) {
    world().run(() -> metadataToSend.add(data.clone()));
  }

  /** Returns what is heard of a user; empty until something is. Takes the lock. */
  public Recording recording(String speaker) {
    return world().locked(() -> recordingOf(speaker));
  }

  private Recording recordingOf(String speaker) {
    return recordings.computeIfAbsent(speaker, uid -> new Recording(PcmFormat.SPEECH));
  }

  /** Returns who has been heard so far. Takes the lock. */
  public List<String> heardUsers() {
    return world().locked(() -> List.copyOf(recordings.keySet()));
  }

  /** Returns the messages received so far. Takes the lock. */
  public List<ReceivedData> messages() {
    return world().locked(() -> List.copyOf(messages));
  }

  /** Returns the metadata received so far. Takes the lock. */
  public List<ReceivedData> metadata() {
    return world().locked(() -> List.copyOf(metadata));
  }

  /** Calls a listener with every further message, on a simulator thread. Takes the lock. */
  public void onMessage(BiConsumer<String, byte[]> listener) {
    world().run(() -> messageListener = listener);
  }

  /** Returns why the channel ended the membership, if it did. Takes the lock. */
  public Optional<ChangeReason> ended() {
    return world().locked(() -> Optional.ofNullable(ended));
  }

  @Override
  boolean isAiQosCapable() {
    return aiQos;
  }

  @Override
  void speak(long now) {
    Channel joined = channel();
    AudioPacket packet = speech.next(track(), List.copyOf(metadataToSend));
    if (joined != null && hasOpenTrack()) {
      metadataToSend.clear();
      joined.send(packet);
    }
  }

  @Override
  void hear(long now) {
    Duration at = world().elapsedAt(now);
    remotes.forEach(
        (speaker, audio) -> {
          RemoteAudio.Frame frame = audio.next(now);
          if (frame != null) {
            byte[] pcm = audio.samples(frame, PcmFormat.SPEECH);
            recordingOf(speaker.userId()).add(at, pcm, frame.lost());
          }
        });
  }

  @Override
  void onAudio(AudioPacket packet, long due, boolean lost) {
    if (!deaf) {
      remotes
          .computeIfAbsent(packet.sender(), sender -> new RemoteAudio(aiQos))
          .offer(packet, due, lost);
    }
    if (!lost) {
      packet.metadata().forEach(data -> keep(metadata, packet.sender(), data));
    }
  }

  private void keep(List<ReceivedData> list, Member from, byte[] data) {
    if (list.size() < MOST_MESSAGES) {
      list.add(new ReceivedData(from.userId(), data, world().elapsed()));
    }
  }

  @Override
  void onTrack(Member other, TrackChange change, int endedTrack) {
    RemoteAudio audio = remotes.get(other);
    if (audio != null && (change == TrackChange.MUTED || change == TrackChange.GONE)) {
      audio.drop(endedTrack);
    }
  }

  @Override
  void onMessage(Member sender, byte[] data) {
    keep(messages, sender, data);
    BiConsumer<String, byte[]> listener = messageListener;
    if (listener != null) {
      world().soon(() -> listener.accept(sender.userId(), data.clone()));
    }
  }

  @Override
  void onLeft(Member other, OfflineReason reason) {
    remotes.remove(other);
  }

  @Override
  void onEnded(ChangeReason reason) {
    home = null;
    speech.end();
    ended = reason;
  }

  @Override
  void onNetworkLost(ChangeReason reason) {}

  // Somebody who was away too long is out of the channel by now and comes in again.
  @Override
  void onNetworkRestored() {
    if (channel() == null && home != null) {
      home.enter(this);
    }
  }

  @Override
  void onJoined(Member other) {}

  @Override
  void onEncodedAudio(Member sender, byte[] data, int codec) {}

  @Override
  void onMessageLost(Member sender) {}

  @Override
  void onUndecryptable(Member sender) {}
}
