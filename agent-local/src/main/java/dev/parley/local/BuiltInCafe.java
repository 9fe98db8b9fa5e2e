package dev.parley.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The domain and the documents of a small café, for who has none of their own. */
final class BuiltInCafe {
  private static final List<String> DOCUMENTS =
      List.of("allergens", "directions", "menu", "opening-hours", "story", "visiting");

  private BuiltInCafe() {}

  static Domain domain() {
    return Domain.of("the built-in café", text("conversation.md"));
  }

  static List<String> documents() {
    return DOCUMENTS.stream().map(name -> text("documents/" + name + ".md")).toList();
  }

  /** The domain in a file, or the café's. */
  static Domain domainOr(String file) {
    try {
      return file.isEmpty() ? domain() : Domain.read(Path.of(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the domain '" + file + "' cannot be read; name a text file", e);
    }
  }

  /** The Markdown files of a folder, or the café's. */
  static List<String> documentsOr(String folder) {
    if (folder.isEmpty()) {
      return documents();
    }
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      var texts = new ArrayList<String>();
      for (Path file : files.filter(each -> each.toString().endsWith(".md")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
      return texts;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the folder '" + folder + "' cannot be read; name a folder of Markdown files", e);
    }
  }

  private static String text(String name) {
    try (InputStream in = BuiltInCafe.class.getResourceAsStream("cafe/" + name)) {
      if (in == null) {
        throw new IllegalStateException(
            "cafe/" + name + " is missing from the jar of agent-local; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
