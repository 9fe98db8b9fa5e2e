package dev.parley.spi;

import java.util.function.Consumer;
import org.apiguardian.api.API;

/** Opens rooms: the way to the people an agent talks with. Thread-safe. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class Transport extends Engine {
  /** For plugins. */
  protected Transport() {}

  /**
   * Joins a room. Returns at once; {@link RoomListener#onOpened} tells when it is joined, {@link
   * RoomListener#onClosed} when that failed.
   */
  public abstract Room open(RoomRequest request, RoomListener listener);

  /**
   * Asks to be told when somebody enters a room in which there is no agent yet, so that the
   * application can send one.
   *
   * <p>Transports that cannot know of such people, the default, never call {@code listener}. Called
   * on any thread; must not block.
   *
   * @return whether this transport can invite
   */
  public boolean onInvitation(Consumer<RoomRequest> listener) {
    return false;
  }
}
