package dev.parley.benchmarks.driver;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the driver's events, one JSON object a line. Thread-safe. */
final class EventLog implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final BufferedWriter out;

  EventLog(Path file) throws IOException {
    out = new BufferedWriter(Files.newBufferedWriter(file), BUFFER);
  }

  /**
   * Writes an event of a session.
   *
   * @param fields more fields as JSON, each with a comma behind it; may be empty
   */
  void session(String event, int session, String fields, long micros) {
    write(
        "{\"ev\":\"" + event + "\",\"s\":" + session + "," + fields + "\"t_us\":" + micros + "}\n");
  }

  /**
   * Writes an event of the whole run.
   *
   * @param fields as in {@link #session}
   */
  void run(String event, String fields, long micros) {
    write("{\"ev\":\"" + event + "\"," + fields + "\"t_us\":" + micros + "}\n");
  }

  private synchronized void write(String line) {
    try {
      out.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
