package dev.parley.stt.assemblyai;

import dev.parley.spi.Setting;
import java.util.Set;

/**
 * One parameter of a session, by its name in the vendor's protocol.
 *
 * @param name as it stands in the URL and in {@code UpdateConfiguration}
 * @param kind what values it takes
 * @param families the models that know it; others ignore it in silence, or refuse the session
 * @param live whether it may change while the session is open
 * @param sentence what it does
 */
record Parameter(
    String name, ValueKind kind, Set<ModelFamily> families, boolean live, String sentence) {

  /** Whether a model of this family may be sent it. */
  boolean suits(ModelFamily family) {
    return family == ModelFamily.UNKNOWN || families.contains(family);
  }

  /** The setting that gives its value. */
  Setting setting() {
    var builder = Setting.of(key(), sentence);
    if (!kind.choices().isEmpty()) {
      builder.choices(kind.choices().toArray(String[]::new));
    }
    return builder.build();
  }

  /** The vendor's name; where it says milliseconds the setting takes any duration. */
  private String key() {
    return "assemblyai-" + name.replaceFirst("_ms$", "").replace('_', '-');
  }

  @Override
  public String toString() {
    return name;
  }
}
