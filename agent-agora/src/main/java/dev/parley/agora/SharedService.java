package dev.parley.agora;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import io.agora.rtc.AgoraRtcConn;
import io.agora.rtc.AgoraService;
import io.agora.rtc.AgoraServiceConfig;
import io.agora.rtc.RtcConnConfig;
import io.agora.rtc.RtcConnPublishConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one {@link AgoraService} of this process: made for the first who needs it, destroyed after
 * the last. The SDK does not survive two at once. Thread-safe; blocks for the time the SDK takes.
 */
final class SharedService {
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final int LOG_FILE_KILOBYTES = 2_048;
  private static @Nullable SharedService running;

  private final ServiceSettings settings;
  private final AgoraService service;
  private int users;

  private SharedService(ServiceSettings settings, AgoraService service) {
    this.settings = settings;
    this.service = service;
  }

  /**
   * Returns the service; {@link #release} gives it back.
   *
   * @throws AgentException when the SDK is not there or refuses, or when it runs with other
   *     settings
   */
  static SharedService acquire(ServiceSettings settings) {
    LOCK.lock();
    try {
      SharedService service = running;
      if (service == null) {
        service = start(settings);
        running = service;
      } else if (!service.settings.equals(settings)) {
        throw new AgentException(
            ErrorKind.BAD_REQUEST,
            "another Agora transport with other settings runs in this process, and the SDK allows"
                + " one app id, scenario, kind of uid and log file at a time; use the same, or"
                + " close the other one first");
      }
      service.users++;
      return service;
    } finally {
      LOCK.unlock();
    }
  }

  private static SharedService start(ServiceSettings settings) {
    try {
      var service = new AgoraService();
      int code = service.initialize(config(settings));
      if (code != 0) {
        throw new AgentException(
            ErrorKind.BAD_REQUEST,
            "the Agora SDK could not be initialised, code "
                + code
                + "; check the app id, and that the log file can be written");
      }
      return new SharedService(settings, service);
    } catch (LinkageError e) {
      throw new AgentException(
          ErrorKind.MISSING,
          "the native libraries of the Agora SDK cannot be loaded; they need 64-bit Linux on x86"
              + " and LD_LIBRARY_PATH, which AgoraLauncher sets: see docs/agora.md",
          e);
    }
  }

  private static AgoraServiceConfig config(ServiceSettings settings) {
    var config = new AgoraServiceConfig();
    config.setAppId(settings.appId());
    config.setEnableAudioProcessor(1);
    config.setEnableAudioDevice(0);
    config.setEnableVideo(0);
    config.setAudioScenario(settings.scenario().number());
    config.setUseStringUid(settings.stringUids() ? 1 : 0);
    if (settings.logFile() != null) {
      config.setLogFilePath(writable(settings.logFile()));
      config.setLogFileSize(LOG_FILE_KILOBYTES);
    }
    return config;
  }

  private static String writable(Path logFile) {
    Path absolute = logFile.toAbsolutePath();
    try {
      Path folder = absolute.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new AgentException(
          ErrorKind.MISSING,
          "the folder of the Agora log file " + logFile + " cannot be made; name another file",
          e);
    }
    return absolute.toString();
  }

  /**
   * Makes a connection.
   *
   * @throws AgentException when the SDK gives none
   */
  AgoraRtcConn newConnection(RtcConnConfig config, RtcConnPublishConfig publish) {
    AgoraRtcConn connection = service.agoraRtcConnCreate(config, publish);
    if (connection == null) {
      throw new AgentException(
          ErrorKind.SERVER, "the Agora SDK made no connection; its log file tells why");
    }
    return connection;
  }

  /** Gives it back; the last one to do so ends it. Once for each {@link #acquire}. */
  void release() {
    LOCK.lock();
    try {
      if (--users == 0) {
        running = null;
        service.destroy();
      }
    } finally {
      LOCK.unlock();
    }
  }
}
