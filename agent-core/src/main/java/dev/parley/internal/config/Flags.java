package dev.parley.internal.config;

import dev.parley.spi.Setting;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a command line: {@code --key value}, {@code --key=value}, {@code --switch} and {@code
 * --no-switch}. The last of several wins. Not thread-safe.
 *
 * <p>Messages name flags and positions, never values: a value may be a secret that lost its flag.
 */
public final class Flags {
  private static final String HYPHENS = "--";
  private static final String NO = "no-";

  private final Map<String, Setting> known = new LinkedHashMap<>();
  private final Map<String, Given> given = new HashMap<>();
  private final List<String> arguments;
  private int next;

  private Flags(List<String> arguments, Collection<Setting> settings) {
    this.arguments = arguments;
    settings.forEach(each -> known.putIfAbsent(each.key(), each));
  }

  /**
   * Returns the values by the setting's key.
   *
   * @throws IllegalArgumentException when a flag is unknown or lacks its value, or an argument
   *     belongs to no flag
   */
  public static Map<String, Given> parse(List<String> arguments, Collection<Setting> settings) {
    var flags = new Flags(arguments, settings);
    while (flags.next < arguments.size()) {
      flags.readOne();
    }
    return Map.copyOf(flags.given);
  }

  /** Tells whether the setting is true or false, so that its flag needs no value. */
  public static boolean isSwitch(Setting setting) {
    return setting.defaultValue().filter(Flags::isTruth).isPresent()
        || (!setting.choices().isEmpty() && setting.choices().stream().allMatch(Flags::isTruth));
  }

  private static boolean isTruth(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.equals("true") || lower.equals("false");
  }

  private void readOne() {
    String argument = arguments.get(next++);
    if (argument.equals("-h")) {
      argument = "--help";
    }
    if (!argument.startsWith(HYPHENS) || argument.equals(HYPHENS)) {
      throw stray();
    }
    int equals = argument.indexOf('=');
    String name = argument.substring(HYPHENS.length(), equals < 0 ? argument.length() : equals);
    read(name, equals < 0 ? null : argument.substring(equals + 1));
  }

  private void read(String name, @Nullable String value) {
    Setting setting = known.get(name);
    if (setting != null) {
      put(name, value != null ? value : following(setting));
      return;
    }
    Setting negated = name.startsWith(NO) ? known.get(name.substring(NO.length())) : null;
    if (negated == null || !isSwitch(negated) || value != null) {
      throw unknown(name);
    }
    put(negated.key(), "false");
  }

  private void put(String key, String value) {
    given.put(key, new Given(value, "the flag --" + key));
  }

  private String following(Setting setting) {
    boolean atEnd = next == arguments.size() || arguments.get(next).startsWith(HYPHENS);
    if (isSwitch(setting)) {
      return atEnd || !isTruth(arguments.get(next)) ? "true" : arguments.get(next++);
    }
    if (atEnd) {
      throw new IllegalArgumentException(
          "--%1$s has no value; write --%1$s value, or --%1$s=value".formatted(setting.key()));
    }
    return arguments.get(next++);
  }

  private IllegalArgumentException stray() {
    String after = next > 1 ? ", after " + flagName(arguments.get(next - 2)) + "," : "";
    return new IllegalArgumentException(
        "argument %d%s belongs to no flag; write --key value, or --help for what there is"
            .formatted(next, after));
  }

  /**
   * The flag in this argument without its value; what is no flag may be a secret and is not shown.
   */
  private static String flagName(String argument) {
    return argument.startsWith(HYPHENS) ? argument.split("=", 2)[0] : "a value";
  }

  private IllegalArgumentException unknown(String name) {
    var candidates = new TreeSet<>(known.keySet());
    known.values().stream()
        .filter(Flags::isSwitch)
        .forEach(each -> candidates.add(NO + each.key()));
    String guess =
        Nearest.to(name, candidates)
            .filter(each -> !each.equals(name))
            .map(each -> "did you mean --" + each + "? ")
            .orElse("");
    return new IllegalArgumentException(
        "--%s is no known flag; %s--help lists all".formatted(name, guess));
  }
}
