package dev.parley.agora.simulator;

import dev.parley.agora.simulator.audio.AudioSource;
import dev.parley.agora.simulator.audio.Recording;
import dev.parley.agora.simulator.audio.SpeechClip;
import dev.parley.agora.simulator.engine.ChangeReason;
import dev.parley.agora.simulator.engine.Channel;
import dev.parley.agora.simulator.engine.Person;
import dev.parley.agora.simulator.engine.Utterance;
import dev.parley.agora.simulator.settings.NetworkConditions;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Somebody in a channel with a client of their own: speaks, hears, writes, and has a network that
 * can fail. Thread-safe.
 *
 * <p>With the microphone open, a frame is sent every 10 ms, silence included. What is said while it
 * is muted goes by unheard.
 */
public final class SimulatedPerson {
  private final Person person;
  private final Channel channel;

  private SimulatedPerson(Person person, Channel channel) {
    this.person = person;
    this.channel = channel;
  }

  /** Returns the user id. */
  public String uid() {
    return person.userId();
  }

  /** Says a clip, after what is being said. */
  public Utterance say(SpeechClip clip) {
    return person.say(clip.source());
  }

  /** Says what a source gives: a microphone, or another program's voice. */
  public Utterance say(AudioSource source) {
    return person.say(source);
  }

  /** Falls silent at once. */
  public void hush() {
    person.hush();
  }

  /** Whether something is still to be said. */
  public boolean isSpeaking() {
    return person.isSpeaking();
  }

  /** Returns what is heard of a user, 16 kHz mono; it grows as long as both are there. */
  public Recording heard(String uid) {
    return person.recording(uid);
  }

  /** Returns the user ids of everyone heard so far. */
  public List<String> heardUsers() {
    return person.heardUsers();
  }

  /** Closes the microphone: others see the user muted. */
  public void mute() {
    person.muted(true);
  }

  /** Opens the microphone. */
  public void unmute() {
    person.muted(false);
  }

  /** Becomes audience: others see the user leave. */
  public void becomeAudience() {
    person.role(false);
  }

  /** Becomes a broadcaster: others see the user join. */
  public void becomeBroadcaster() {
    person.role(true);
  }

  /** Sends a data message of any size, without limits. */
  public void send(byte[] message) {
    person.write(message);
  }

  /** Attaches metadata to the next frame of audio. */
  public void sendMetadata(byte[] metadata) {
    person.attach(metadata);
  }

  /** Returns the data messages received so far, oldest first. */
  public List<ReceivedMessage> messages() {
    return person.messages().stream()
        .map(data -> new ReceivedMessage(data.from(), data.data(), data.at()))
        .toList();
  }

  /** Returns the metadata received so far, oldest first. */
  public List<ReceivedMessage> metadata() {
    return person.metadata().stream()
        .map(data -> new ReceivedMessage(data.from(), data.data(), data.at()))
        .toList();
  }

  /** Calls {@code listener} with sender and bytes of every further message. */
  public void onMessage(BiConsumer<String, byte[]> listener) {
    person.onMessage(listener);
  }

  /** Gives what this person sends a network of its own. */
  public void network(NetworkConditions conditions) {
    person.conditions(conditions);
  }

  /** Cuts the network: others hear nothing at once, and see the user leave after 20 s. */
  public void loseNetwork() {
    person.loseNetwork(ChangeReason.INTERRUPTED);
  }

  /** Brings the network back. */
  public void restoreNetwork() {
    person.restoreNetwork();
  }

  /** Leaves. Calling it again does nothing. */
  public void leave() {
    person.leave();
  }

  /** Returns why the channel ended the stay, if it did: somebody joined with the same uid. */
  public Optional<ChangeReason> ended() {
    return person.ended();
  }

  @Override
  public String toString() {
    return "SimulatedPerson[" + uid() + " in " + channel.name() + "]";
  }

  /** Says what a person is like. Not thread-safe. */
  public static final class Builder {
    private final Channel channel;
    private final String uid;
    private boolean broadcaster = true;
    private boolean aiQos = true;
    private boolean deaf;
    private boolean muted;

    Builder(Channel channel, String uid) {
      if (uid.isEmpty()) {
        throw new IllegalArgumentException("uid is empty; give the person a user id");
      }
      this.channel = channel;
      this.uid = uid;
    }

    /** Joins as audience: others do not see or hear the person. Default broadcaster. */
    public Builder audience() {
      broadcaster = false;
      return this;
    }

    /** Joins with the microphone closed. Default open. */
    public Builder muted() {
      muted = true;
      return this;
    }

    /**
     * Uses an ordinary client, not one in the AI client scenario: audio that comes faster than it
     * is played overflows after a second. Default AI client.
     */
    public Builder withoutAiQos() {
      aiQos = false;
      return this;
    }

    /** Hears nothing, which saves memory in large tests. Default hears everyone. */
    public Builder deaf() {
      deaf = true;
      return this;
    }

    /** Joins the channel. */
    public SimulatedPerson join() {
      Person person = new Person(channel.world(), broadcaster, aiQos, deaf);
      person.join(channel, uid, muted);
      return new SimulatedPerson(person, channel);
    }
  }
}
