package dev.parley.benchmarks.driver;

import dev.parley.AgentSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A run of the driver, from READY to the last event. */
public final class LoadRun {
  private static final long PASS_MICROS = 2_000;
  private static final long AHEAD_MICROS = 500_000;
  private static final long CLOSING_SECONDS = 8;

  private final DriverArguments arguments;
  private volatile boolean released;

  /** Creates a run. */
  public LoadRun(DriverArguments arguments) {
    this.arguments = arguments;
  }

  /** Runs it, on the calling thread. */
  public void run() throws IOException {
    CallerAudio audio = CallerAudio.read(arguments.wav(), arguments.marks());
    try (var log = new EventLog(arguments.out())) {
      log.run("meta", meta(), Stopwatch.micros());
      var vendors = new Vendors(arguments);
      var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      System.out.println("READY");
      System.out.flush();
      String line = input.readLine();
      if (line != null) {
        watch(input);
        talk(Go.parse(line), audio, vendors, log);
      }
      log.run("end", "", Stopwatch.micros());
    }
  }

  private String meta() {
    return "\"driver\":\"parley\",\"version\":\"JDK %s\",\"profile\":\"%s\",\"sessions\":%d,\"pid\":%d,"
        .formatted(
            Runtime.version(),
            arguments.profile(),
            arguments.sessions(),
            ProcessHandle.current().pid());
  }

  /** The harness lets go before the stop time by closing standard input. */
  private void watch(BufferedReader input) {
    var watching =
        new Thread(
            () -> {
              try {
                while (input.readLine() != null) {
                  // nothing more is said
                }
              } catch (IOException gone) {
                // as good as closed
              }
              released = true;
            },
            "harness");
    watching.setDaemon(true);
    watching.start();
  }

  /** One thread is everybody's microphone, with a pass every 2 ms. */
  private void talk(Go go, CallerAudio audio, Vendors vendors, EventLog log) {
    List<Caller> callers = callers(go, audio, log);
    long pass = go.startMicros() - AHEAD_MICROS;
    while (pass < go.stopMicros() && !released) {
      LockSupport.parkNanos(Math.max(0, (pass - Stopwatch.micros()) * 1_000));
      long now = Stopwatch.micros();
      for (Caller caller : callers) {
        caller.advance(now, vendors, arguments.profile());
      }
      pass = Math.max(pass + PASS_MICROS, now - PASS_MICROS);
    }
    close(callers);
  }

  private List<Caller> callers(Go go, CallerAudio audio, EventLog log) {
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < arguments.sessions(); i++) {
      int number = arguments.first() + i;
      callers.add(
          new Caller(number, go.beginOf(number, arguments.of(), audio.frames()), audio, log));
    }
    return callers;
  }

  private static void close(List<Caller> callers) {
    List<AgentSession> sessions =
        callers.stream().map(Caller::session).filter(Objects::nonNull).toList();
    sessions.forEach(AgentSession::close);
    var all =
        CompletableFuture.allOf(
            sessions.stream()
                .map(each -> each.closed().toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    try {
      all.orTimeout(CLOSING_SECONDS, TimeUnit.SECONDS).join();
    } catch (java.util.concurrent.CompletionException late) {
      // what is still open ends with the process
    }
  }
}
