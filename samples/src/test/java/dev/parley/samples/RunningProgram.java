package dev.parley.samples;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program in a JVM of its own that serves a page until it is stopped. */
final class RunningProgram implements AutoCloseable {
  private static final Pattern LINK = Pattern.compile("http://\\S+");
  private static final long LONGEST_START_SECONDS = 180;

  private final Process process;
  private final Path errors;
  private final List<String> output = new ArrayList<>();
  private final CountDownLatch serving = new CountDownLatch(1);
  private volatile String link = "";

  private RunningProgram(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    var reader = new Thread(this::read, "output-of-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts it, and waits until it tells where to talk with it. */
  static RunningProgram start(Class<?> program, String... arguments) throws Exception {
    Path errors = Files.createTempFile("parley", ".err");
    long began = System.nanoTime();
    Process process = CommandRun.command(program, arguments).redirectError(errors.toFile()).start();
    var running = new RunningProgram(process, errors);
    boolean serves = running.serving.await(LONGEST_START_SECONDS, TimeUnit.SECONDS);
    if (!serves || running.link.isEmpty()) {
      running.close();
      throw new IllegalStateException("it serves nothing; it said " + running.output());
    }
    System.out.printf(
        "%s serves %.1f s after its JVM was started%n",
        program.getSimpleName(), (System.nanoTime() - began) / 1e9);
    return running;
  }

  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        take(line);
      }
    } catch (IOException e) {
      take("unreadable: " + e.getMessage());
    }
    serving.countDown();
  }

  private void take(String line) {
    synchronized (output) {
      output.add(line);
    }
    Matcher found = LINK.matcher(line);
    if (line.startsWith("Talk at") && found.find()) {
      link = found.group();
      serving.countDown();
    }
  }

  /** Where the page is. */
  String link() {
    return link;
  }

  /** The lines it has written so far. */
  List<String> output() {
    synchronized (output) {
      return List.copyOf(output);
    }
  }

  /** What it wrote to its standard error. */
  List<String> complaints() throws IOException {
    return Files.readAllLines(errors);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    process.onExit().join();
    Files.deleteIfExists(errors);
  }
}
