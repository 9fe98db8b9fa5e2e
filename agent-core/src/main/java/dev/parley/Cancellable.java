package dev.parley;

import org.apiguardian.api.API;

/** Something that can be called off. Implemented by Parley and by clocks for tests. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface Cancellable {
  /** A handle on nothing. */
  Cancellable NONE = () -> {};

  /** Calls it off if it has not begun; does nothing otherwise. Idempotent, thread-safe. */
  void cancel();
}
