package dev.parley.samples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that has run to its end in a JVM of its own.
 *
 * @param output the lines of its standard output
 * @param errors the lines of its standard error
 */
record CommandRun(int exitCode, List<String> output, List<String> errors) {
  private static final long LONGEST_MINUTES = 5;

  static CommandRun of(Class<?> program, String... arguments) throws Exception {
    Path out = Files.createTempFile("parley", ".out");
    Path err = Files.createTempFile("parley", ".err");
    try {
      Process process =
          command(program, arguments)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            program.getSimpleName() + " did not end in " + LONGEST_MINUTES + " minutes");
      }
      return new CommandRun(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** How it is started; free of what the tests' own environment says about plugins. */
  static ProcessBuilder command(Class<?> program, String... arguments) {
    var words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    words.addAll(List.of(arguments));
    var builder = new ProcessBuilder(words);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("PARLEY_") || name.endsWith("_API_KEY"));
    return builder;
  }
}
