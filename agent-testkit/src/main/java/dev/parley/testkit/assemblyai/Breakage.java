package dev.parley.testkit.assemblyai;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * How and when a connection breaks. Immutable.
 *
 * @param audio after how much audio on this connection; zero: before {@code Begin}
 * @param code of the error message and the close frame; 0: the connection is cut without a word
 * @param text of the error message
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Breakage(Duration audio, int code, String text) {
  /**
   * The connection is reset when so much audio was received, in the middle of a message if need be.
   */
  public static Breakage cutAfter(Duration audio) {
    return new Breakage(audio, 0, "");
  }

  /** The server ends the session with this code when so much audio was received. */
  public static Breakage errorAfter(Duration audio, int code, String text) {
    return new Breakage(audio, code, text);
  }

  /** The server refuses the session instead of beginning it. */
  public static Breakage refused(int code, String text) {
    return new Breakage(Duration.ZERO, code, text);
  }
}
