package dev.parley.testbrowser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The browser of this machine, and the Node that drives it.
 *
 * @param chromium the browser's program
 * @param node Node's program
 */
record Installation(Path chromium, Path node) {
  /** What to do where {@link #find} finds nothing. */
  static final String MISSING =
      "Skipped: browser tests need Chromium and Node. Install them (on Debian: apt-get install"
          + " chromium nodejs) or say where they are in PARLEY_CHROMIUM and PARLEY_NODE.";

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /** Looks where the environment says, then on the path. */
  static Optional<Installation> find() {
    Optional<Path> chromium = program("PARLEY_CHROMIUM", BROWSERS);
    Optional<Path> node = program("PARLEY_NODE", List.of("node", "nodejs"));
    return chromium.flatMap(browser -> node.map(each -> new Installation(browser, each)));
  }

  private static Optional<Path> program(String variable, List<String> names) {
    String told = System.getenv(variable);
    if (told != null && !told.isBlank()) {
      return Optional.of(Path.of(told)).filter(Files::isExecutable);
    }
    return names.stream().flatMap(Installation::onThePath).findFirst();
  }

  private static Stream<Path> onThePath(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(path)
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable);
  }
}
