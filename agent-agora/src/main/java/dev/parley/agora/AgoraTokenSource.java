package dev.parley.agora;

import org.apiguardian.api.API;

/**
 * Where tokens come from when the certificate is kept elsewhere: a token server. Thread-safe.
 *
 * <p>Asked before each connection and before a token ends, on a thread that may block.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface AgoraTokenSource {
  /**
   * Returns a token for this user in this channel, with the right to publish; empty for a project
   * without certificate.
   *
   * @throws Exception when there is none now; it is asked again later
   */
  String token(String channel, String uid) throws Exception;
}
