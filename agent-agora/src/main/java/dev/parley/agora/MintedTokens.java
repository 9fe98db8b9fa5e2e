package dev.parley.agora;

import io.agora.media.RtcTokenBuilder2;
import java.time.Duration;

/** Makes tokens from the project's certificate. Thread-safe. */
final class MintedTokens implements AgoraTokenSource {
  private final String appId;
  private final String certificate;
  private final int lifetimeSeconds;

  /** Creates a source; both secrets have been checked. */
  MintedTokens(String appId, String certificate, Duration lifetime) {
    this.appId = appId;
    this.certificate = certificate;
    this.lifetimeSeconds = Math.toIntExact(lifetime.toSeconds());
  }

  @Override
  public String token(String channel, String uid) {
    String token = built(channel, new BotUid(uid));
    if (token.isEmpty()) {
      throw new IllegalStateException(
          "Agora's token library made no token for channel '"
              + channel
              + "'; check the app id and the certificate");
    }
    return token;
  }

  private String built(String channel, BotUid uid) {
    var builder = new RtcTokenBuilder2();
    // A publisher may listen, speak and send data; whether it does is the role's business.
    var role = RtcTokenBuilder2.Role.ROLE_PUBLISHER;
    return uid.isNumber()
        ? builder.buildTokenWithUid(
            appId, certificate, channel, uid.number(), role, lifetimeSeconds, lifetimeSeconds)
        : builder.buildTokenWithUserAccount(
            appId, certificate, channel, uid.text(), role, lifetimeSeconds, lifetimeSeconds);
  }

  @Override
  public String toString() {
    return "MintedTokens[" + lifetimeSeconds + " s]";
  }
}
