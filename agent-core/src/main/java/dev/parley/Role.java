package dev.parley;

import org.apiguardian.api.API;

/** What a participant's speech counts for. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Role {
  /** Is answered and may interrupt. */
  SPEAKER,
  /** Is heard and recorded, but neither answered nor able to interrupt. */
  LISTENER,
  /** Is not heard at all. */
  IGNORED
}
