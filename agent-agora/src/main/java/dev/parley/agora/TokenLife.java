package dev.parley.agora;

import io.agora.media.AccessToken2;
import java.time.Duration;
import java.util.Optional;

/** How long a token that was just made is good for, as it says itself. */
final class TokenLife {
  private static final String PREFIX = AccessToken2.getVersion();

  private TokenLife() {}

  /** Empty for tokens that cannot be read, such as those of older versions. */
  static Optional<Duration> of(String token) {
    if (!token.startsWith(PREFIX)) {
      return Optional.empty();
    }
    var parsed = new AccessToken2();
    if (!parsed.parse(token)) {
      return Optional.empty();
    }
    long seconds = Integer.toUnsignedLong(parsed.expire);
    for (AccessToken2.Service service : parsed.services.values()) {
      for (Integer privilege : service.getPrivileges().values()) {
        seconds = Math.min(seconds, Integer.toUnsignedLong(privilege));
      }
    }
    return Optional.of(Duration.ofSeconds(seconds));
  }
}
