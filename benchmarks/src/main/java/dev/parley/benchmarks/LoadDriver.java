package dev.parley.benchmarks;

import dev.parley.benchmarks.driver.DriverArguments;
import dev.parley.benchmarks.driver.LoadRun;
import java.io.IOException;

/**
 * Holds any number of conversations at once with the fakes of the harness, by its driver contract;
 * {@code harness/README.md} tells it.
 */
public final class LoadDriver {
  private LoadDriver() {}

  /**
   * Runs until the time that the harness names, or until standard input is closed.
   *
   * @param arguments name and value in turn, such as {@code --sessions 10}
   */
  public static void main(String[] arguments) throws IOException {
    new LoadRun(DriverArguments.parse(arguments)).run();
    System.out.flush();
    System.exit(0); // idle threads of HTTP clients would keep the JVM for a minute
  }
}
