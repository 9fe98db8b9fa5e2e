package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.strict.ViolationKind;
import io.agora.rtc.AgoraServiceConfig;
import io.agora.rtc.Constants;
import io.agora.rtc.RtcConnConfig;
import io.agora.rtc.RtcConnPublishConfig;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code AgoraService} does: one for a process, with many connections. Thread-safe. */
public final class ServiceSession {
  private static final String NAME = "AgoraService";

  private final World world;
  private final ApiGuard guard;
  private final ParameterStore parameters = new ParameterStore();
  private final List<Connection> connections = new ArrayList<>();
  private final List<ProcessorEngine> processors = new ArrayList<>();
  private String appId = "";
  private boolean alive;
  private boolean stringUids;
  private boolean apmEnabled;
  private int scenario;

  /** Makes a service of the current world, not initialised. */
  public ServiceSession() {
    world = Worlds.current();
    guard = new ApiGuard(world, NAME);
  }

  /** Returns the service's parameters. */
  public ParameterStore parameters() {
    return parameters;
  }

  boolean isAlive() {
    return alive;
  }

  String appId() {
    return appId;
  }

  boolean isApmEnabled() {
    return apmEnabled;
  }

  List<Connection> connections() {
    return List.copyOf(connections);
  }

  boolean accepts(String userId) {
    return stringUids
        ? UserIds.isAccount(userId)
        : UserIds.isToBeAssigned(userId) || UserIds.isNumber(userId);
  }

  /** Initialises. */
  public int initialize(@Nullable AgoraServiceConfig config) {
    return guard.code("initialize", () -> initializeChecked(config));
  }

  private int initializeChecked(@Nullable AgoraServiceConfig config) {
    if (alive) {
      guard.record(ViolationKind.DOUBLE_INITIALIZE, "initialize", "initialised already");
      return ErrorCode.REFUSED;
    }
    if (config == null || config.getAppId() == null || config.getAppId().isEmpty()) {
      return ErrorCode.INVALID_ARGUMENT;
    }
    if (!world.services().isEmpty()) {
      guard.record(
          ViolationKind.SECOND_SERVICE, "initialize", "another service is alive; share that one");
    }
    start(config);
    return ErrorCode.OK;
  }

  private void start(AgoraServiceConfig config) {
    alive = true;
    appId = config.getAppId();
    stringUids = config.getUseStringUid() != 0;
    apmEnabled = config.getApmMode() == Constants.ApmMode.ENABLE;
    scenario = config.getAudioScenario();
    world.add(this);
  }

  /** Makes a connection; null when the service is not initialised or the settings are missing. */
  public @Nullable ConnectionApi createConnection(
      @Nullable RtcConnConfig config, @Nullable RtcConnPublishConfig publish) {
    return guard.object(
        "agoraRtcConnCreate",
        () -> alive && config != null ? newConnection(config, publish) : null);
  }

  private ConnectionApi newConnection(
      RtcConnConfig config, @Nullable RtcConnPublishConfig publish) {
    Connection connection =
        new Connection(world, this, ConnectionSettings.of(config, publish, scenario));
    connections.add(connection);
    return new ConnectionApi(connection);
  }

  void remove(Connection connection) {
    connections.remove(connection);
  }

  /** Makes an audio processor; null when the service is not initialised. */
  public @Nullable ProcessorEngine createProcessor() {
    return guard.object("createExternalAudioProcessor", () -> alive ? newProcessor() : null);
  }

  private ProcessorEngine newProcessor() {
    ProcessorEngine processor = new ProcessorEngine(world, this);
    processors.add(processor);
    return processor;
  }

  void remove(ProcessorEngine processor) {
    processors.remove(processor);
  }

  /** Accepts a call that has no effect here. */
  public int accept(String method) {
    return guard.code(method, () -> ErrorCode.OK);
  }

  /** Ends the service; connections that are left are ended too. */
  public void destroy() {
    if (guard.destroy()) {
      List<Connection> left = world.locked(this::takeDown);
      left.forEach(connection -> new ConnectionApi(connection).destroy());
      List<ProcessorEngine> working = world.locked(() -> List.copyOf(processors));
      working.forEach(ProcessorEngine::destroy);
    }
  }

  private List<Connection> takeDown() {
    if (!connections.isEmpty()) {
      guard.record(
          ViolationKind.SERVICE_DESTROYED_WITH_CONNECTIONS,
          "destroy",
          connections.size() + " connections are left; destroy them first");
    }
    alive = false;
    world.remove(this);
    return connections();
  }

  /** Ends what a program has left behind. */
  void abandon() {
    world.run(this::recordLeak);
    connections().forEach(connection -> connection.callbacks().abandon());
    processors.forEach(ProcessorEngine::abandon);
  }

  private void recordLeak() {
    guard.record(
        ViolationKind.LEAKED,
        "destroy",
        "never called; " + connections.size() + " connections are left");
  }
}
