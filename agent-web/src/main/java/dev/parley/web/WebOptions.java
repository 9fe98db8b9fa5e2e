package dev.parley.web;

import dev.parley.audio.AudioFormat;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a web transport was built with. Immutable.
 *
 * @param host the address or name to listen on
 * @param port the first port to try; 0: any free one
 * @param token what links must carry, or null when everybody on this machine may come in
 * @param agentName how the agent is shown until a session says it
 * @param examples what the page suggests to ask
 * @param defaultRoom the room of a link that names none
 * @param maxConnections how many pages at once
 * @param grace how long the place of a page whose connection broke is kept
 */
record WebOptions(
    String host,
    int port,
    @Nullable String token,
    String agentName,
    List<String> examples,
    String defaultRoom,
    int maxConnections,
    Duration grace) {
  /** The agent's voice on its way to the page: what sound hardware plays without converting. */
  static final AudioFormat VOICE = AudioFormat.MONO_48K;

  /** What recognisers want; pages that record at another rate are converted. */
  static final AudioFormat EAR = AudioFormat.MONO_16K;

  /**
   * How much audio the page gathers before it sounds: with 20 ms Chromium's playback ran dry and
   * then stayed late.
   */
  static final Duration PREBUFFER = Duration.ofMillis(40);

  /**
   * How much the engine sends ahead: the page's prebuffer, and a frame for the jitter on the way.
   */
  static final Duration LEAD = Duration.ofMillis(60);

  /** From sending that much to an idle page until it sounds, as measured on one machine. */
  static final Duration START = Duration.ofMillis(20);

  /** Whether only programs on this machine can connect. */
  boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "the host '"
              + host
              + "' is not known; use 127.0.0.1, 0.0.0.0 or an address of this machine",
          e);
    }
  }

  /** Leaves out the token. */
  @Override
  public String toString() {
    return "WebOptions[" + host + ":" + port + "]";
  }
}
