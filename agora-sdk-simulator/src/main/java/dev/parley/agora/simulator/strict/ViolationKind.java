package dev.parley.agora.simulator.strict;

/** What code can do wrong with the SDK. */
public enum ViolationKind {
  /** A connection, service or processor was used after it was destroyed: a native crash. */
  USE_AFTER_DESTROY,
  /** A call was still running, or began, on another thread while the object was destroyed. */
  CALL_DURING_DESTROY,
  /** A connection was destroyed while it was still connecting, without {@code disconnect}. */
  DESTROY_WHILE_CONNECTING,
  /** A callback was held longer than the limit. */
  BLOCKED_CALLBACK,
  /** An exception escaped from a callback into the SDK. */
  ESCAPED_EXCEPTION,
  /** The SDK was called from inside one of its callbacks. */
  SDK_CALL_IN_CALLBACK,
  /** A service was initialised twice. */
  DOUBLE_INITIALIZE,
  /** A second service was initialised while another one was alive. */
  SECOND_SERVICE,
  /** A service was destroyed before its connections. */
  SERVICE_DESTROYED_WITH_CONNECTIONS,
  /** A connection or service was left behind when the simulated Agora was closed. */
  LEAKED,
  /** The simulator itself failed: a bug in it, not in the code under test. */
  SIMULATOR_FAULT
}
