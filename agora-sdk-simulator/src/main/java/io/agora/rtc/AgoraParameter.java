package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;
import dev.parley.agora.simulator.engine.ParameterStore;

/** Private parameters of a service or connection. The simulator keeps them; they do nothing. */
public class AgoraParameter {
  private static final int NOT_THERE = -1;

  private final ParameterStore store;

  AgoraParameter(ParameterStore store) {
    this.store = store;
  }

  @Evidence(Evidence.Level.DECLARED)
  public void destroy() {}

  @Evidence(Evidence.Level.RETURN_USED)
  public int setInt(String key, int value) {
    return store.put(key, value);
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int setBool(String key, boolean value) {
    return store.put(key, value);
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int setUint(String key, int value) {
    return store.put(key, value);
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int setNumber(String key, double value) {
    return store.put(key, value);
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int setString(String key, String value) {
    return store.put(key, value);
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int setArray(String key, String jsonSrc) {
    return store.put(key, jsonSrc);
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int setParameters(String jsonSrc) {
    return store.putJson(jsonSrc);
  }

  @SuppressWarnings("rawtypes") // as in the original
  @Evidence(Evidence.Level.RETURN_USED)
  public int getInt(String key, Out value) {
    return get(key, Integer.class, value);
  }

  @SuppressWarnings("rawtypes") // as in the original
  @Evidence(Evidence.Level.RETURN_USED)
  public int getBool(String key, Out value) {
    return get(key, Boolean.class, value);
  }

  @SuppressWarnings("rawtypes") // as in the original
  @Evidence(Evidence.Level.RETURN_USED)
  public int getUint(String key, Out value) {
    return get(key, Integer.class, value);
  }

  @SuppressWarnings("rawtypes") // as in the original
  @Evidence(Evidence.Level.RETURN_USED)
  public int getNumber(String key, Out value) {
    return get(key, Double.class, value);
  }

  @SuppressWarnings("rawtypes") // as in the original
  @Evidence(Evidence.Level.RETURN_USED)
  public int getString(String key, Out value) {
    return get(key, String.class, value);
  }

  // The original's parameter is the raw type, so what it takes cannot be checked.
  @SuppressWarnings({"rawtypes", "unchecked"})
  private <T> int get(String key, Class<T> type, Out out) {
    T value = store.get(key, type);
    if (value == null || out == null) {
      return NOT_THERE;
    }
    out.set(value);
    return 0;
  }
}
