package dev.parley.local.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The lists that every domain file may use: {@code {number}}, {@code {day}}, {@code {time}}. */
final class BuiltIn {
  private static final String RESOURCE = "lists.md";

  private BuiltIn() {}

  static String text() {
    try (InputStream in = BuiltIn.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            RESOURCE + " is missing from the jar of agent-local; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
