package dev.parley.agora;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.audio.AudioFormat;
import io.agora.rtc.AgoraLocalUser;
import io.agora.rtc.AgoraRtcConn;
import io.agora.rtc.Constants;
import io.agora.rtc.RtcConnConfig;
import io.agora.rtc.RtcConnPublishConfig;
import io.agora.rtc.SendExternalAudioParameters;

/**
 * One connection of the SDK to one channel, from its making to its destruction. Used in the room's
 * lane only: so nothing touches the connection after it is destroyed, which the SDK would not
 * survive.
 */
final class Link {
  /** Agora's advice: twice the speed of speech. */
  private static final int INCREMENTAL_SPEED = 2;

  private final SharedService service;
  private final AgoraRtcConn connection;
  private final boolean observer;
  private boolean left;
  private boolean destroyed;

  private Link(SharedService service, AgoraRtcConn connection, boolean observer) {
    this.service = service;
    this.connection = connection;
    this.observer = observer;
  }

  /**
   * Makes a connection that hears everybody, and has not been connected yet.
   *
   * @param observer whether it joins as audience: unseen, and without a voice
   * @throws AgentException when the SDK cannot
   */
  static Link make(
      AgoraOptions options,
      boolean observer,
      Lane lane,
      LinkListener listener,
      PeopleListener people) {
    var service = SharedService.acquire(options.service());
    Link link = null;
    try {
      var made = service.newConnection(config(observer), publishing(options, observer));
      link = new Link(service, made, observer);
      link.observe(lane, listener, people);
      return link;
    } catch (RuntimeException e) {
      if (link == null) {
        service.release();
      } else {
        link.destroy();
      }
      throw e;
    }
  }

  private static RtcConnConfig config(boolean observer) {
    var config = new RtcConnConfig();
    config.setClientRoleType(
        observer ? Constants.CLIENT_ROLE_AUDIENCE : Constants.CLIENT_ROLE_BROADCASTER);
    config.setChannelProfile(Constants.CHANNEL_PROFILE_LIVE_BROADCASTING);
    config.setAutoSubscribeAudio(0);
    config.setAutoSubscribeVideo(0);
    return config;
  }

  private static RtcConnPublishConfig publishing(AgoraOptions options, boolean observer) {
    var publishing = new RtcConnPublishConfig();
    publishing.setIsPublishAudio(!observer);
    publishing.setAudioPublishType(
        observer ? Constants.AudioPublishType.NO_PUBLISH : Constants.AudioPublishType.PCM);
    publishing.setIsPublishVideo(false);
    publishing.setVideoPublishType(Constants.VideoPublishType.NO_PUBLISH);
    publishing.setAudioScenario(options.scenario().number());
    if (!options.incremental().isZero()) {
      var incremental = new SendExternalAudioParameters();
      incremental.setEnabled(true);
      incremental.setSendMs(Math.toIntExact(options.incremental().toMillis()));
      incremental.setSendSpeed(INCREMENTAL_SPEED);
      publishing.setSendExternalAudioParameters(incremental);
    }
    return publishing;
  }

  /** In the order of Agora's examples: all of it before the connection is made. */
  private void observe(Lane lane, LinkListener listener, PeopleListener people) {
    connection.registerObserver(new ConnectionObserver(lane, this, listener, people));
    connection.registerLocalUserObserver(new UserObserver(lane, this, people));
    AgoraLocalUser user = connection.getLocalUser();
    user.subscribeAllAudio();
    AudioFormat ear = AgoraOptions.EAR;
    taken(
        "the format in which people are heard",
        user.setPlaybackAudioFrameBeforeMixingParameters(ear.channels(), ear.sampleRateHz()));
    taken(
        "the observer of people's sound",
        connection.registerAudioFrameObserver(new FrameObserver(lane, this, people), false, null));
  }

  /** An agent that hears nobody must not seem to be well. */
  static void taken(String what, int code) {
    if (code != 0) {
      throw new AgentException(
          ErrorKind.PROTOCOL, "the Agora SDK refuses " + what + ", code " + code);
    }
  }

  /** Connects; the outcome comes to the listener. @return 0, or a negative number: refused */
  int connect(String token, String channel, BotUid uid) {
    int code = connection.connect(token, channel, uid.text());
    if (code == 0 && !observer) {
      UncertainCalls.publishAudio(connection);
    }
    return code;
  }

  /** Sends PCM of {@link AgoraOptions#VOICE}, whole milliseconds. @return 0, or a refusal */
  int push(byte[] pcm) {
    AudioFormat voice = AgoraOptions.VOICE;
    return left ? 0 : connection.pushAudioPcmData(pcm, voice.sampleRateHz(), voice.channels());
  }

  /** Forgets what has not been sent: the track is taken away and put back. */
  void flush() {
    if (!left && UncertainCalls.unpublishAudio(connection) == 0) {
      UncertainCalls.publishAudio(connection);
    }
  }

  int send(byte[] message) {
    return left ? 0 : connection.sendStreamMessage(message);
  }

  int renew(String token) {
    return left ? 0 : UncertainCalls.renewToken(connection, token);
  }

  /** Leaves the channel; {@link LinkListener#onEnded} follows. Calling it again does nothing. */
  void leave() {
    if (!left) {
      left = true;
      connection.getLocalUser().unsubscribeAllAudio();
      connection.disconnect();
    }
  }

  /** Frees it. Calling it again does nothing. */
  void destroy() {
    if (!destroyed) {
      destroyed = true;
      left = true;
      connection.destroy();
      service.release();
    }
  }
}
