package dev.parley.samples.sink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A queue of texts in a folder, a file each: what is in it survives the program. Thread-safe; one
 * program at a time uses a folder.
 */
final class DiskQueue {
  private static final String SUFFIX = ".json";
  private static final Pattern OURS = Pattern.compile("\\d{19}\\.json");

  private final Path folder;
  private long last;

  /** Opens a queue with what an earlier program left in it. */
  DiskQueue(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    last = files().stream().mapToLong(DiskQueue::number).max().orElse(0);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(DiskQueue::isOurs).sorted().toList();
    }
  }

  /** Whatever else lies in the folder is left alone. */
  private static boolean isOurs(Path file) {
    return OURS.matcher(file.getFileName().toString()).matches();
  }

  private static long number(Path file) {
    return Long.parseLong(file.getFileName().toString().replace(SUFFIX, ""));
  }

  /** Adds a text; when this returns it is on the disk. */
  synchronized void add(String text) throws IOException {
    Path file = folder.resolve("%019d%s".formatted(++last, SUFFIX));
    Path unfinished = folder.resolve(file.getFileName() + ".part");
    Files.write(unfinished, text.getBytes(StandardCharsets.UTF_8));
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Returns the oldest; it stays until it is removed. */
  synchronized Optional<Path> oldest() throws IOException {
    return files().stream().findFirst();
  }

  synchronized void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  synchronized long size() throws IOException {
    return files().size();
  }
}
