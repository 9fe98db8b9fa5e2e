package dev.parley.web;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.SessionClock;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;

/** The HTTP server: the page at {@code /}, its WebSocket at {@code /ws}. Thread-safe. */
final class WebServer {
  private static final System.Logger LOGGER = System.getLogger(WebServer.class.getName());
  private static final int PORTS_TO_TRY = 20;

  /** Nothing blocks on them: one accepts, one selects, a few work. */
  static final int MOST_THREADS = 16;

  private static final int LEAST_THREADS = 2;
  private static final Duration IDLE = Duration.ofSeconds(60);

  private final Server server;
  private final ServerConnector connector;

  private WebServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts a server on the wanted port, or on the next that is free.
   *
   * @throws AgentException when none is
   */
  static WebServer start(WebOptions options, Lobby lobby, SessionClock clock) {
    Server server = newServer();
    server.setHandler(new FrontDoor(context(lobby, clock), options));
    server.setErrorHandler(new PlainErrors());
    ServerConnector connector = bind(server, options);
    server.addConnector(connector);
    try {
      server.start();
    } catch (Exception e) { // Jetty declares no other
      stop(server);
      throw new AgentException(ErrorKind.INTERNAL, "the web server cannot start", e);
    }
    return new WebServer(server, connector);
  }

  /** The port that it listens on. */
  int port() {
    return connector.getLocalPort();
  }

  /** Closes all connections and ends all threads. */
  void stop() {
    stop(server);
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception e) { // Jetty declares no other; what could be stopped is stopped
      LOGGER.log(Level.WARNING, "the web server did not stop cleanly", e);
    }
  }

  private static Server newServer() {
    var threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
    threads.setName("parley-web");
    threads.setDaemon(true);
    var server = new Server(threads);
    server.setStopTimeout(0);
    return server;
  }

  private static ServerConnector bind(Server server, WebOptions options) {
    IOException last = null;
    int attempts = options.port() == 0 ? 1 : Math.min(PORTS_TO_TRY, 65_536 - options.port());
    for (int i = 0; i < attempts; i++) {
      ServerConnector connector = newConnector(server, options.host(), options.port() + i);
      try {
        connector.open();
        return connector;
      } catch (IOException e) {
        last = e;
      }
    }
    throw new AgentException(
        ErrorKind.MISSING,
        "no port from %d to %d is free on %s; choose another with the port setting"
            .formatted(options.port(), options.port() + attempts - 1, options.host()),
        last);
  }

  private static ServerConnector newConnector(Server server, String host, int port) {
    var configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(false);
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    return connector;
  }

  private static Handler context(Lobby lobby, SessionClock clock) {
    var sockets = new WebSocketUpgradeHandler();
    Configuration limits = sockets.getConfiguration();
    limits.setMaxFrameSize(PageFrames.LARGEST_BINARY_BYTES);
    limits.setIdleTimeout(IDLE);
    sockets.addMapping("/ws", (request, response, callback) -> accept(response, lobby, clock));
    sockets.setHandler(new PageFiles());
    return new ContextHandler(sockets, "/");
  }

  private static PageFrames accept(
      ServerUpgradeResponse response, Lobby lobby, SessionClock clock) {
    // No compression: sound does not shrink, and each connection would hold buffers for it.
    response.setExtensions(List.of());
    return new PageFrames(new PageSocket(lobby, clock));
  }

  /** Errors as a sentence instead of Jetty's page. */
  private static final class PlainErrors extends ErrorHandler {
    @Override
    protected void generateResponse(
        Request request,
        Response response,
        int code,
        String message,
        Throwable cause,
        Callback callback) {
      Plain.answer(response, callback, code, HttpStatus.getMessage(code) + ".");
    }
  }
}
