package io.agora.rtc.utils;

import dev.parley.agora.simulator.Evidence;
import io.agora.rtc.AudioFrame;
import io.agora.rtc.Constants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes what went into voice activity detection and what came out of it to files in a folder. The
 * names and the form of the files are the simulator's own.
 */
@Evidence(Evidence.Level.DECLARED)
public class VadDumpUtils {
  private final Path folder;

  public VadDumpUtils(String path) {
    folder = Path.of(path);
  }

  public void write(AudioFrame frame, byte[] vadResultBytes, Constants.VadState vadResultState) {
    try {
      Files.createDirectories(folder);
      append("source.pcm", Utils.getBytes(frame.getBuffer()));
      append("vad.pcm", vadResultBytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  private void append(String file, byte[] bytes) throws IOException {
    if (bytes != null) {
      Files.write(
          folder.resolve(file), bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  public void release() {}
}
