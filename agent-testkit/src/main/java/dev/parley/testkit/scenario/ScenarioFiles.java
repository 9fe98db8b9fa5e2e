package dev.parley.testkit.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds scenario files: by name, by folder, by pattern. */
final class ScenarioFiles {
  private ScenarioFiles() {}

  /**
   * Returns the files that a name stands for: itself, every {@code .yaml} and {@code .yml} file in
   * a folder and below it, or every file that matches a pattern such as {@code talks/**.yaml}; by
   * name.
   *
   * @throws ScenarioException when there is none
   */
  static List<Path> named(String name) {
    boolean pattern = name.contains("*") || name.contains("?");
    if (!pattern && !Files.isDirectory(Path.of(name))) {
      return List.of(Path.of(name));
    }
    List<Path> found = pattern ? matching(name) : under(Path.of(name), ScenarioFiles::isYaml);
    if (found.isEmpty()) {
      throw new ScenarioException(name + ": there are no scenario files");
    }
    return found;
  }

  private static List<Path> matching(String pattern) {
    int wild = Math.min(orEnd(pattern.indexOf('*'), pattern), orEnd(pattern.indexOf('?'), pattern));
    int slash = pattern.lastIndexOf('/', wild);
    Path start = slash < 0 ? Path.of("") : Path.of(pattern.substring(0, slash + 1));
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    return Files.isDirectory(start.toString().isEmpty() ? Path.of(".") : start)
        ? under(start, matcher::matches)
        : List.of();
  }

  private static int orEnd(int index, String text) {
    return index < 0 ? text.length() : index;
  }

  private static List<Path> under(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(wanted).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new ScenarioException(folder + ": the folder cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isYaml(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }
}
