package dev.parley.agora;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the SDK running for a transport from its first room to its closing, so that rooms that come
 * and go do not start and stop it each time. Thread-safe.
 */
final class ServiceLease {
  private @Nullable SharedService held;
  private boolean ended;

  ServiceLease() {}

  /** Holds the service, if it is not held already. */
  synchronized void hold(ServiceSettings settings) {
    if (held == null && !ended) {
      held = SharedService.acquire(settings);
    }
  }

  /** Gives it back; it is not held again. */
  void end() {
    SharedService service;
    synchronized (this) {
      ended = true;
      service = held;
      held = null;
    }
    if (service != null) {
      service.release();
    }
  }
}
