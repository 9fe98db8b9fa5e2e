package dev.parley.spi;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * Someone else in the room.
 *
 * @param id unique in the room and the same for the whole stay, such as an Agora uid
 * @param name for people and for the model; the id where there is nothing better
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Participant(String id, String name) {
  /** Checks that nothing is missing. */
  public Participant {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
  }

  /** Returns a participant who is known by the id only. */
  public static Participant of(String id) {
    return new Participant(id, id);
  }
}
