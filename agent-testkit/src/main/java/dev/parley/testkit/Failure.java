package dev.parley.testkit;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import org.apiguardian.api.API;

/** How a scripted brain fails. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Failure {
  /** Nothing ever comes. */
  TIMEOUT,
  /** The vendor refuses at the time of the first token: too many requests. */
  RATE_LIMITED,
  /** The vendor fails at the time of the first token. */
  SERVER_ERROR,
  /** All text comes, then the connection is cut where the end should have been. */
  CUT;

  AgentException exception() {
    return switch (this) {
      case TIMEOUT ->
          new AgentException(ErrorKind.TIMEOUT, "the script lets the vendor be silent; try again");
      case RATE_LIMITED ->
          new AgentException(
              ErrorKind.RATE_LIMITED, "the script lets the vendor refuse; try again later");
      case SERVER_ERROR ->
          new AgentException(ErrorKind.SERVER, "the script lets the vendor fail; try again");
      case CUT ->
          new AgentException(
              ErrorKind.NETWORK, "the script cut the vendor's connection; try again");
    };
  }
}
