package dev.parley.agora;

import io.agora.rtc.AgoraRtcConn;
import java.lang.System.Logger.Level;

/**
 * Calls of the SDK that only documents declare, so that the real class may lack them. What is
 * missing is refused like anything else that the SDK refuses.
 */
final class UncertainCalls {
  private static final System.Logger LOGGER = System.getLogger(UncertainCalls.class.getName());
  private static final int NOT_SUPPORTED = -4;

  private UncertainCalls() {}

  static int unpublishAudio(AgoraRtcConn connection) {
    try {
      return connection.unpublishAudio();
    } catch (LinkageError e) {
      return missing("unpublishAudio", e);
    }
  }

  static int renewToken(AgoraRtcConn connection, String token) {
    try {
      return connection.renewToken(token);
    } catch (LinkageError e) {
      return missing("renewToken", e);
    }
  }

  private static int missing(String method, LinkageError error) {
    LOGGER.log(Level.WARNING, "this version of the Agora SDK has no " + method, error);
    return NOT_SUPPORTED;
  }
}
