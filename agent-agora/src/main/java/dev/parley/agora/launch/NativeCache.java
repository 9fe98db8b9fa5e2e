package dev.parley.agora.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A folder in which the native libraries of each SDK are unpacked once. Programs that start at the
 * same time do not disturb each other: a folder gets its name when it is complete.
 */
final class NativeCache {
  private static final int NAME_DIGITS = 16;

  private final Path root;

  NativeCache(Path root) {
    this.root = root;
  }

  /**
   * The cache of this user: {@code $XDG_CACHE_HOME/parley/agora}, without that variable {@code
   * ~/.cache/parley/agora}.
   */
  static NativeCache ofUser(Map<String, String> environment) {
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path base =
        cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
    return new NativeCache(base.resolve("parley").resolve("agora"));
  }

  /**
   * Returns the folder with the libraries of this SDK, unpacking them if that has not been done.
   */
  Path folderOf(SdkJar sdk) {
    try (var jar = new JarFile(sdk.file().toFile())) {
      List<JarEntry> entries = sdk.libraries().stream().map(jar::getJarEntry).toList();
      Path folder = root.resolve(nameOf(entries));
      if (!isComplete(folder, entries)) {
        unpack(jar, entries, folder);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the native libraries of the Agora SDK cannot be unpacked into "
              + root
              + "; make that folder writable, or set XDG_CACHE_HOME to one that is",
          e);
    }
  }

  /** The same libraries have the same name, wherever the jar lies. */
  private static String nameOf(List<JarEntry> entries) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (JarEntry each : entries) {
        digest.update(
            (each.getName() + " " + each.getSize() + " " + each.getCrc() + "\n")
                .getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static boolean isComplete(Path folder, List<JarEntry> entries) throws IOException {
    for (JarEntry each : entries) {
      Path file = folder.resolve(fileName(each));
      if (!Files.isRegularFile(file) || Files.size(file) != each.getSize()) {
        return false;
      }
    }
    return true;
  }

  private void unpack(JarFile jar, List<JarEntry> entries, Path folder) throws IOException {
    Files.createDirectories(root);
    Path unfinished = Files.createTempDirectory(root, "unpacking-");
    try {
      for (JarEntry each : entries) {
        try (InputStream content = jar.getInputStream(each)) {
          Files.copy(content, unfinished.resolve(fileName(each)));
        }
      }
      if (Files.exists(folder) && !isComplete(folder, entries)) {
        delete(folder);
      }
      moveInto(unfinished, folder);
    } finally {
      delete(unfinished);
    }
  }

  private static void moveInto(Path unfinished, Path folder) throws IOException {
    try {
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException
        | DirectoryNotEmptyException
        | AtomicMoveNotSupportedException raced) {
      if (!Files.isDirectory(folder)) {
        throw raced;
      }
      // Another program was faster with the same libraries.
    }
  }

  private static String fileName(JarEntry entry) {
    String name = entry.getName().substring(SdkJar.FOLDER.length());
    if (name.contains("/") || name.contains("\\") || name.contains("..")) {
      throw new IllegalStateException("the jar of the Agora SDK has an odd entry: " + name);
    }
    return name;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
