package dev.parley.testkit.scenario;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Runs scenario files from the command line: one line a scenario, and below a failed one what
 * differed.
 *
 * <p>Ends with 0 when all passed, with 1 when one failed or could not be read, with 2 when the
 * command line is wrong.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScenarioCommand {
  private static final int PASSED = 0;
  private static final int FAILED = 1;
  private static final int WRONG = 2;
  private static final String USAGE =
      """
      usage: run [--events FOLDER] FILE...

        FILE               a scenario file, a folder of them, or a pattern such as 'talks/*.yaml'
        --events FOLDER    writes the event log of a.yaml to FOLDER/a.jsonl, an event a line\
      """;

  private final PrintStream out;
  private final PrintStream problems;
  private final ScenarioReader reader = new ScenarioReader();
  private final ScenarioRunner runner = new ScenarioRunner();
  private final Set<Path> written = new HashSet<>();

  ScenarioCommand(PrintStream out, PrintStream problems) {
    this.out = out;
    this.problems = problems;
  }

  /** Runs what the arguments say and ends the JVM if not all passed. */
  public static void main(String... arguments) {
    int status = new ScenarioCommand(System.out, System.err).run(arguments);
    System.out.flush();
    System.err.flush();
    if (status != PASSED) {
      System.exit(status);
    }
  }

  /** Runs what the arguments say and returns the exit status. */
  int run(String... arguments) {
    var files = new ArrayList<String>();
    Path events = null;
    if (arguments.length == 0 || !arguments[0].equals("run")) {
      return usage(
          arguments.length == 0
              ? "what to do is missing"
              : "unknown command '" + arguments[0] + "'");
    }
    for (int i = 1; i < arguments.length; i++) {
      if (arguments[i].equals("--events")) {
        if (i + 1 == arguments.length) {
          return usage("--events needs a folder");
        }
        events = Path.of(arguments[++i]);
      } else if (arguments[i].startsWith("--events=")) {
        events = Path.of(arguments[i].substring("--events=".length()));
      } else if (arguments[i].startsWith("-")) {
        return usage("unknown option '" + arguments[i] + "'");
      } else {
        files.add(arguments[i]);
      }
    }
    return files.isEmpty() ? usage("no files were named") : runAll(files, events);
  }

  private int usage(String problem) {
    problems.println(problem);
    problems.println(USAGE);
    return WRONG;
  }

  private int runAll(List<String> names, @Nullable Path events) {
    int status = PASSED;
    for (String name : names) {
      try {
        for (Path file : ScenarioFiles.named(name)) {
          status = Math.max(status, runOne(file, events));
        }
      } catch (ScenarioException e) {
        problems.println(e.getMessage());
        status = FAILED;
      }
    }
    return status;
  }

  private int runOne(Path file, @Nullable Path events) {
    try {
      ScenarioResult result = runner.run(reader.read(file));
      out.println(result.summary());
      if (!result.passed()) {
        out.println(result.report());
      }
      if (events != null) {
        write(result, file, events);
      }
      return result.passed() ? PASSED : FAILED;
    } catch (ScenarioException e) {
      problems.println(e.getMessage());
      return FAILED;
    }
  }

  private void write(ScenarioResult result, Path file, Path folder) {
    Path target = folder.resolve(baseOf(file) + ".jsonl");
    for (int i = 2; !written.add(target); i++) {
      target = folder.resolve(baseOf(file) + "-" + i + ".jsonl");
    }
    try {
      Files.createDirectories(folder);
      Files.writeString(target, result.eventLog());
    } catch (IOException e) {
      throw new ScenarioException(
          target + ": the event log cannot be written: " + e.getMessage(), e);
    }
  }

  private static String baseOf(Path file) {
    return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }
}
