package dev.parley.agora.simulator.engine;

import io.agora.rtc.AgoraAudioVadConfigV2;
import io.agora.rtc.IAudioEncodedFrameObserver;
import io.agora.rtc.IAudioFrameObserver;
import io.agora.rtc.ILocalUserObserver;
import io.agora.rtc.INetworkObserver;
import io.agora.rtc.IRtcConnObserver;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The observers of a connection and the threads that call them: one for audio, one for everything
 * else. An observer that is no longer registered is not called any more, even with what was queued.
 */
public final class Callbacks {
  private final CallbackGate gate;
  private final CallbackGate audioGate;
  private final CallbackLane events;
  private final CallbackLane audio;
  private volatile @Nullable IRtcConnObserver connectionObserver;
  private volatile @Nullable ILocalUserObserver localUserObserver;
  private volatile @Nullable INetworkObserver networkObserver;
  private volatile @Nullable IAudioFrameObserver frameObserver;
  private volatile @Nullable IAudioEncodedFrameObserver encodedObserver;
  private @Nullable AgoraAudioVadConfigV2 vadConfig;

  Callbacks(World world, String owner) {
    gate = newGate(world, owner);
    audioGate = world.options().concurrentCallbacks() ? newGate(world, owner) : gate;
    events = new CallbackLane(owner + "-events", world.time(), gate);
    audio = new CallbackLane(owner + "-audio", world.time(), audioGate);
  }

  static CallbackGate newGate(World world, String owner) {
    return new CallbackGate(
        owner, world.strictness(), world.callbackTimes(), world.options().callbackLimit());
  }

  void connectionObserver(@Nullable IRtcConnObserver observer) {
    connectionObserver = observer;
  }

  void localUserObserver(@Nullable ILocalUserObserver observer) {
    localUserObserver = observer;
  }

  void networkObserver(@Nullable INetworkObserver observer) {
    networkObserver = observer;
  }

  void frameObserver(@Nullable IAudioFrameObserver observer, @Nullable AgoraAudioVadConfigV2 vad) {
    frameObserver = observer;
    vadConfig = vad;
  }

  void encodedObserver(@Nullable IAudioEncodedFrameObserver observer) {
    encodedObserver = observer;
  }

  @Nullable IAudioFrameObserver frameObserver() {
    return frameObserver;
  }

  @Nullable AgoraAudioVadConfigV2 vadConfig() {
    return vadConfig;
  }

  void connection(String callback, Consumer<IRtcConnObserver> call) {
    IRtcConnObserver observer = connectionObserver;
    if (observer != null) {
      events.post(callback, () -> callIfSame(observer, connectionObserver, call));
    }
  }

  void localUser(String callback, Consumer<ILocalUserObserver> call) {
    ILocalUserObserver observer = localUserObserver;
    if (observer != null) {
      events.post(callback, () -> callIfSame(observer, localUserObserver, call));
    }
  }

  void network(String callback, Consumer<INetworkObserver> call) {
    INetworkObserver observer = networkObserver;
    if (observer != null) {
      events.post(callback, () -> callIfSame(observer, networkObserver, call));
    }
  }

  void frame(String callback, Consumer<IAudioFrameObserver> call) {
    IAudioFrameObserver observer = frameObserver;
    if (observer != null) {
      audio.post(callback, () -> callIfSame(observer, frameObserver, call));
    }
  }

  void encoded(String callback, Consumer<IAudioEncodedFrameObserver> call) {
    IAudioEncodedFrameObserver observer = encodedObserver;
    if (observer != null) {
      audio.post(callback, () -> callIfSame(observer, encodedObserver, call));
    }
  }

  private static <T> void callIfSame(T expected, @Nullable T registered, Consumer<T> call) {
    if (expected == registered) {
      call.accept(expected);
    }
  }

  /** Unregisters all observers but the connection's. */
  void keepConnectionObserverOnly() {
    localUserObserver = null;
    networkObserver = null;
    frameObserver = null;
    encodedObserver = null;
    audio.clear();
  }

  /** Unregisters every observer. */
  void unregisterAll() {
    connectionObserver = null;
    keepConnectionObserverOnly();
    events.clear();
  }

  /** Waits until no callback of this connection runs; call it without the world's lock. */
  void awaitIdle() {
    gate.awaitIdle();
    if (audioGate != gate) {
      audioGate.awaitIdle();
    }
  }

  /** Ends the threads; call it without the world's lock. */
  void stop() {
    events.stop();
    audio.stop();
  }

  /** Ends the threads of a program that is gone. */
  void abandon() {
    events.abandon();
    audio.abandon();
  }

  /** Returns how many callbacks were dropped because the code under test was too slow. */
  public long refused() {
    return events.refused() + audio.refused();
  }
}
