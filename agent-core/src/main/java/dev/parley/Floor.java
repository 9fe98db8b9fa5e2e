package dev.parley;

import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Whose turns the agent answers when there are several people. Everyone is heard and recorded.
 * Immutable.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Floor {
  private static final Floor EVERYONE = new Floor(false, null);
  private static final Floor ADDRESSED = new Floor(true, null);

  private final boolean addressed;
  private final @Nullable String only;

  private Floor(boolean addressed, @Nullable String only) {
    this.addressed = addressed;
    this.only = only;
  }

  /** The agent answers whoever finished last. */
  public static Floor everyone() {
    return EVERYONE;
  }

  /** The agent answers turns in which it is called by one of its names. */
  public static Floor addressed() {
    return ADDRESSED;
  }

  /** The agent answers this participant. */
  public static Floor only(String participantId) {
    return new Floor(false, Objects.requireNonNull(participantId, "participantId"));
  }

  /** Whether turns must name the agent. */
  public boolean mustBeAddressed() {
    return addressed;
  }

  /** The one participant who is answered, if it is one. */
  public Optional<String> onlyParticipant() {
    return Optional.ofNullable(only);
  }
}
