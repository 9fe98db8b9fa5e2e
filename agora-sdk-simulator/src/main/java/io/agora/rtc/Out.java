package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Carries a value out of a method. */
@Evidence(Evidence.Level.CALLED)
public class Out<T> {
  private T value;

  /** Makes an empty one. */
  public Out() {}

  /** Returns the value, or null. */
  @Evidence(Evidence.Level.RETURN_USED)
  public T get() {
    return value;
  }

  /** Sets the value. */
  @Evidence(Evidence.Level.INFERRED)
  public void set(T value) {
    this.value = value;
  }
}
