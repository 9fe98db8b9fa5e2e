package dev.parley;

import org.apiguardian.api.API;

/** How a reply ended. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum ReplyOutcome {
  /** All of it was heard. */
  COMPLETED,
  /** It was cut after its first frame had gone into the room. */
  INTERRUPTED,
  /** Nothing could be said because something failed. */
  FAILED,
  /** It was dropped before anything of it was heard. */
  DISCARDED
}
