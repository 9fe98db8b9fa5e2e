package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;
import dev.parley.agora.simulator.engine.ConnectionApi;
import dev.parley.agora.simulator.engine.ProcessorEngine;
import dev.parley.agora.simulator.engine.ServiceSession;

/** The SDK of a process: initialise one, make connections, destroy it at the end. */
public class AgoraService {
  private final ServiceSession session = new ServiceSession();
  private final AgoraParameter parameter = new AgoraParameter(session.parameters());

  @Evidence(Evidence.Level.CALLED)
  public AgoraService() {}

  /** Returns the version that is simulated, and says that it is. */
  @Evidence(Evidence.Level.RETURN_USED)
  public static String getSdkVersion() {
    return "4.4.32.202-simulator";
  }

  /** Returns 0, or a negative number when refused. */
  @Evidence(Evidence.Level.RETURN_USED)
  public int initialize(AgoraServiceConfig config) {
    return session.initialize(config);
  }

  @Evidence(Evidence.Level.CALLED)
  public synchronized void destroy() {
    session.destroy();
  }

  /** Returns a connection, or null when the service is not initialised. */
  @Evidence(Evidence.Level.RETURN_USED)
  public AgoraRtcConn agoraRtcConnCreate(
      RtcConnConfig rtcConnConfig, RtcConnPublishConfig publishConfig) {
    ConnectionApi connection = session.createConnection(rtcConnConfig, publishConfig);
    return connection == null ? null : new AgoraRtcConn(connection);
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public AgoraParameter getAgoraParameter() {
    return parameter;
  }

  /** Returns a processor, or null when the service is not initialised. */
  @Evidence(Evidence.Level.RETURN_USED)
  public AgoraExternalAudioProcessor createExternalAudioProcessor() {
    ProcessorEngine processor = session.createProcessor();
    return processor == null ? null : new AgoraExternalAudioProcessor(processor);
  }

  @Evidence(Evidence.Level.DECLARED)
  public int setLogFile(String filePath, int fileSize) {
    return session.accept("setLogFile");
  }

  @Evidence(Evidence.Level.DECLARED)
  public int setLogFilter(int filters) {
    return session.accept("setLogFilter");
  }
}
