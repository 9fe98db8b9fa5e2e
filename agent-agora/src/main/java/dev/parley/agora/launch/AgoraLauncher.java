package dev.parley.agora.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;

/**
 * Starts a program again in a JVM that finds the native libraries of the Agora SDK, when this JVM
 * does not. Thread-safe.
 *
 * <p>The SDK brings its libraries in its jar but does not unpack them, and the path on which the
 * system looks for them is fixed when a JVM starts. So the first line of a {@code main} is:
 *
 * <pre>{@code
 * OptionalInt exit = AgoraLauncher.relaunch(MyBot.class, args);
 * if (exit.isPresent()) {
 *   System.exit(exit.getAsInt());
 * }
 * }</pre>
 *
 * <p>With the simulator, or where {@code LD_LIBRARY_PATH} is set already, nothing is started.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AgoraLauncher {
  private static final long LAST_SECONDS = 20;

  private AgoraLauncher() {}

  /**
   * Unpacks the libraries if that has not been done, runs {@code main} in a JVM that finds them,
   * and waits until it has ended. What the user types, Ctrl+C included, reaches it.
   *
   * @return its exit code; empty when this JVM needs no other and should go on
   * @throws IllegalStateException when the SDK cannot run on this machine, or lacks its libraries
   * @throws UncheckedIOException when the libraries cannot be unpacked, or the JVM not be started
   */
  public static OptionalInt relaunch(Class<?> main, String... args) throws InterruptedException {
    ClassLoader loader = main.getClassLoader();
    Optional<Path> natives =
        nativesFor(loader, Platform.current(), NativeCache.ofUser(System.getenv()));
    if (natives.isEmpty() || isOnPath(natives.get(), System.getenv())) {
      return OptionalInt.empty();
    }
    List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
    return OptionalInt.of(run(ChildJvm.of(natives.get(), loader, options, main.getName(), args)));
  }

  /** The folder with the libraries that this loader's SDK needs; empty when it needs none. */
  static Optional<Path> nativesFor(ClassLoader loader, Platform platform, NativeCache cache) {
    Optional<SdkJar> sdk = SdkJar.find(loader).filter(each -> !isSimulator(each));
    if (sdk.isEmpty()) {
      return Optional.empty();
    }
    platform
        .obstacle()
        .ifPresent(
            obstacle -> {
              throw new IllegalStateException(obstacle);
            });
    if (sdk.get().libraries().isEmpty()) {
      throw new IllegalStateException(
          "the jar of the Agora SDK, "
              + sdk.get().file()
              + ", has no native libraries in "
              + SdkJar.FOLDER
              + "; use io.agora.rtc:linux-java-sdk in the version that docs/agora.md names");
    }
    return Optional.of(cache.folderOf(sdk.get()));
  }

  /** The simulator's jar; what is left of the name is a version. */
  private static boolean isSimulator(SdkJar sdk) {
    Path name = sdk.file().getFileName();
    return name != null && name.toString().startsWith("agora-sdk-simulator");
  }

  static boolean isOnPath(Path natives, Map<String, String> environment) {
    String path = environment.getOrDefault(ChildJvm.LIBRARY_PATH, "");
    return List.of(path.split(File.pathSeparator)).contains(natives.toString());
  }

  private static int run(ProcessBuilder builder) throws InterruptedException {
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("the JVM for the Agora SDK cannot be started", e);
    }
    // Ctrl+C reaches both; the one that has the terminal must outlive the one that says goodbye.
    var hook = new Thread(() -> awaitEnd(process), "parley-agora-launcher");
    Runtime.getRuntime().addShutdownHook(hook);
    int code = process.waitFor();
    removeHook(hook);
    return code;
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // It runs, and ends at once.
    }
  }

  private static void awaitEnd(Process process) {
    try {
      if (!process.waitFor(LAST_SECONDS, TimeUnit.SECONDS)) {
        process.destroy();
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
