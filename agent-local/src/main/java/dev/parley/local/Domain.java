package dev.parley.local;

import dev.parley.local.script.Script;
import dev.parley.local.script.ScriptReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apiguardian.api.API;

/**
 * Everything that people can say to an assistant and what it answers, from one file that its owner
 * can read. Immutable.
 *
 * <p>The same file makes the grammar of {@link SphinxStt} and the answers of {@link LocalBrain}.
 * Its format is described in {@code docs/local.md}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Domain {
  private final Script script;

  private Domain(Script script) {
    this.script = script;
  }

  /**
   * Reads a domain.
   *
   * @param name for error messages
   * @throws IllegalArgumentException when the text is no domain: where, what, and what to do
   */
  public static Domain of(String name, String text) {
    return new Domain(ScriptReader.read(name, text));
  }

  /** Reads a domain from a file in UTF-8. */
  public static Domain read(Path file) throws IOException {
    return of(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
  }

  /** Its first heading. */
  public String title() {
    return script.title();
  }

  Script script() {
    return script;
  }
}
