package dev.parley.agora.launch;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The jar of the Agora SDK and the native libraries in it. Finding it does not load any class of
 * it, for that would try to load the libraries.
 *
 * @param file where it is
 * @param libraries the names of its entries that are libraries for Linux on x86-64
 */
record SdkJar(Path file, List<String> libraries) {
  /** Where the libraries lie in the jar, by the SDK's README. */
  static final String FOLDER = "native/linux/x86_64/";

  private static final String ANY_CLASS = "io/agora/rtc/AgoraService.class";

  SdkJar {
    libraries = List.copyOf(libraries);
  }

  /**
   * Returns the jar from which this loader would load the SDK; empty when there is none, or when
   * the SDK comes from a folder, as the simulator does in a build.
   */
  static Optional<SdkJar> find(ClassLoader loader) {
    URL url = loader.getResource(ANY_CLASS);
    if (url == null || !url.getProtocol().equals("jar")) {
      return Optional.empty();
    }
    try {
      var connection = (JarURLConnection) url.openConnection();
      connection.setUseCaches(false);
      return Optional.of(read(Path.of(connection.getJarFileURL().toURI())));
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the jar of the Agora SDK cannot be read: " + url, e);
    }
  }

  /** Reads the list of libraries. */
  static SdkJar read(Path file) throws IOException {
    try (var jar = new JarFile(file.toFile())) {
      List<String> libraries =
          jar.stream()
              .map(JarEntry::getName)
              .filter(name -> name.startsWith(FOLDER) && name.endsWith(".so"))
              .sorted()
              .toList();
      return new SdkJar(file, libraries);
    }
  }
}
