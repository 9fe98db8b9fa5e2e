package dev.parley.agora;

import io.agora.rtc.AgoraRtcConn;
import java.lang.System.Logger.Level;

/**
 * Calls of the SDK that only documents declare, so that the real class may lack them, or of which
 * nobody knows what they return. What is missing is refused like anything else that the SDK
 * refuses.
 */
final class UncertainCalls {
  private static final System.Logger LOGGER = System.getLogger(UncertainCalls.class.getName());
  private static final int NOT_SUPPORTED = -4;

  private UncertainCalls() {}

  /**
   * Every example calls it and none uses what it returns, which is part of the link: without it no
   * agent has a voice, so it is looked for by its name as well.
   */
  static int publishAudio(AgoraRtcConn connection) {
    try {
      return connection.publishAudio();
    } catch (NoSuchMethodError returnsSomethingElse) {
      return byName(connection, "publishAudio");
    }
  }

  /** Calls a method without arguments, whatever it returns; 0 when that is no number. */
  static int byName(Object target, String method) {
    try {
      Object returned = target.getClass().getMethod(method).invoke(target);
      return returned instanceof Integer code ? code : 0;
    } catch (ReflectiveOperationException e) {
      return missing(method, e);
    }
  }

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

  private static int missing(String method, Throwable error) {
    LOGGER.log(Level.WARNING, "this version of the Agora SDK has no " + method, error);
    return NOT_SUPPORTED;
  }
}
