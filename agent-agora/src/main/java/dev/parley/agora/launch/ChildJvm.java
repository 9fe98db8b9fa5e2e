package dev.parley.agora.launch;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The command line of a second JVM for the same program: this one's Java, options and class path,
 * and the folder of the native libraries in the environment, which must be there before a JVM
 * starts.
 */
final class ChildJvm {
  static final String LIBRARY_PATH = "LD_LIBRARY_PATH";

  private ChildJvm() {}

  /**
   * Returns the process to start; it inherits the terminal.
   *
   * @param jvmOptions the options that this JVM was started with
   */
  static ProcessBuilder of(
      Path natives, ClassLoader loader, List<String> jvmOptions, String mainClass, String... args) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    jvmOptions.stream().filter(ChildJvm::isInheritable).forEach(command::add);
    command.add("-Djava.library.path=" + natives);
    command.add("-cp");
    command.add(classPath(loader));
    command.add(mainClass);
    command.addAll(List.of(args));
    var process = new ProcessBuilder(command).inheritIO();
    addTo(process.environment(), natives);
    return process;
  }

  /** A debugger's port and an agent's files are the first JVM's; two cannot share them. */
  private static boolean isInheritable(String option) {
    return !option.startsWith("-agentlib:")
        && !option.startsWith("-javaagent:")
        && !option.startsWith("-Xrunjdwp")
        && !option.startsWith("-Djava.library.path=")
        && !option.startsWith("-Dmaven.")
        && !option.startsWith("-Dclassworlds.");
  }

  private static void addTo(Map<String, String> environment, Path natives) {
    String before = environment.getOrDefault(LIBRARY_PATH, "");
    environment.put(
        LIBRARY_PATH,
        before.isEmpty() ? natives.toString() : natives + File.pathSeparator + before);
  }

  /**
   * What the loader and its parents load from; within Maven that is not the system's class path.
   */
  private static String classPath(ClassLoader loader) {
    Set<String> places = new LinkedHashSet<>();
    for (ClassLoader each = loader; each != null; each = each.getParent()) {
      if (each instanceof URLClassLoader urls) {
        for (URL url : urls.getURLs()) {
          places.add(file(url));
        }
      }
      if (each == ClassLoader.getSystemClassLoader()) {
        places.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
      }
    }
    return String.join(File.pathSeparator, places);
  }

  private static String file(URL url) {
    try {
      return Path.of(url.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path has a place that is no file: " + url, e);
    }
  }
}
