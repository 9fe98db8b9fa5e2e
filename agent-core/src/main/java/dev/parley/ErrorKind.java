package dev.parley;

import org.apiguardian.api.API;

/**
 * What sort of thing went wrong, as far as it decides what to do next. New constants may be added.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum ErrorKind {
  /** A key or token is missing, wrong or expired. */
  AUTHENTICATION(false),
  /** A parameter or a message was refused. */
  BAD_REQUEST(false),
  /** The account has nothing left to spend. */
  QUOTA(false),
  /** Too many requests or sessions at once; later it may work. */
  RATE_LIMITED(true),
  /** No answer within the time allowed. */
  TIMEOUT(true),
  /** The vendor's server failed. */
  SERVER(true),
  /** The connection failed or was cut. */
  NETWORK(true),
  /** The other side sent something that makes no sense. */
  PROTOCOL(true),
  /** Something is missing on this machine: a file, a native library, a program. */
  MISSING(false),
  /** A defect, ours or the application's. */
  INTERNAL(false);

  private final boolean retryable;

  ErrorKind(boolean retryable) {
    this.retryable = retryable;
  }

  /** Whether the same attempt may succeed later. */
  public boolean isRetryable() {
    return retryable;
  }
}
