package dev.parley.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a language model is told about the café; the local brain has a script of its own. */
final class CafeKnowledge {
  private static final String FOLDER = "/dev/parley/local/cafe/documents/";
  private static final List<String> DOCUMENTS =
      List.of("opening-hours", "menu", "allergens", "directions", "visiting", "story");

  private CafeKnowledge() {}

  static String instructions() {
    var text =
        new StringBuilder(
            "You are the assistant of Café Parley. Answer in one or two short sentences, as one speaks."
                + " Book tables and hand in orders with the tools; never claim what no tool has done."
                + " You know only what follows.");
    DOCUMENTS.forEach(name -> text.append("\n\n").append(document(name)));
    return text.toString();
  }

  private static String document(String name) {
    try (InputStream in = CafeKnowledge.class.getResourceAsStream(FOLDER + name + ".md")) {
      if (in == null) {
        throw new IllegalStateException("agent-local has no " + FOLDER + name + ".md");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
