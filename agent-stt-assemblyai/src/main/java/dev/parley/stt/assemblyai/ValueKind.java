package dev.parley.stt.assemblyai;

import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What values a parameter takes: checks them, and reads them from settings.
 *
 * <p>Checked values are plain: {@link Boolean}, {@link Long}, {@link Double}, {@link String} or a
 * list of strings.
 */
abstract class ValueKind {
  /** Returns the plain form. @throws IllegalArgumentException with what is wrong, and what to do */
  abstract Object check(String name, Object value);

  /** Reads and checks the value of a setting. */
  abstract Object read(Settings settings, Setting setting);

  /** The values that are allowed; empty: any. */
  List<String> choices() {
    return List.of();
  }

  /** True or false. */
  static ValueKind flag() {
    return new ValueKind() {
      @Override
      Object check(String name, Object value) {
        return Objects.requireNonNull(value, name);
      }

      @Override
      Object read(Settings settings, Setting setting) {
        return settings.getBoolean(setting);
      }

      @Override
      List<String> choices() {
        return List.of("true", "false");
      }
    };
  }

  /** A number from 0 to 1. */
  static ValueKind fraction() {
    return new ValueKind() {
      @Override
      Object check(String name, Object value) {
        double number = ((Number) value).doubleValue();
        if (!(number >= 0 && number <= 1)) {
          throw bad(name, value, "must be 0 to 1");
        }
        return number;
      }

      @Override
      Object read(Settings settings, Setting setting) {
        return check(setting.key(), settings.getDouble(setting));
      }
    };
  }

  /** A whole number. */
  static ValueKind whole(long least, long most) {
    return new ValueKind() {
      @Override
      Object check(String name, Object value) {
        return between(name, ((Number) value).longValue(), least, most, "");
      }

      @Override
      Object read(Settings settings, Setting setting) {
        return check(setting.key(), settings.getInt(setting));
      }
    };
  }

  /** A duration that is told in milliseconds. */
  static ValueKind millis(long least, long most) {
    return duration(least, most, 1, " ms");
  }

  /** A duration that is told in seconds. */
  static ValueKind seconds(long least, long most) {
    return duration(least, most, 1_000, " s");
  }

  /** Zero, or a duration of at least that many milliseconds. */
  static ValueKind zeroOrMillis(long least, long most) {
    ValueKind some = millis(least, most);
    return new ValueKind() {
      @Override
      Object check(String name, Object value) {
        return Duration.ZERO.equals(value) ? (Long) 0L : some.check(name, value);
      }

      @Override
      Object read(Settings settings, Setting setting) {
        return check(setting.key(), settings.getDuration(setting));
      }
    };
  }

  private static ValueKind duration(long least, long most, long unitMillis, String unit) {
    return new ValueKind() {
      @Override
      Object check(String name, Object value) {
        Duration duration = (Duration) value;
        if (duration.compareTo(Duration.ofMillis(most * unitMillis)) > 0) {
          throw bad(name, duration, "must be at most " + most + unit);
        }
        return between(name, duration.toMillis() / unitMillis, least, most, unit);
      }

      @Override
      Object read(Settings settings, Setting setting) {
        return check(setting.key(), settings.getDuration(setting));
      }
    };
  }

  /** One word of a few, or any when none are given. */
  static ValueKind word(String... choices) {
    List<String> allowed = List.of(choices);
    return new ValueKind() {
      @Override
      Object check(String name, Object value) {
        String word = value.toString().strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty() || !(allowed.isEmpty() || allowed.contains(word))) {
          throw bad(name, word, "must be one of " + allowed);
        }
        return word;
      }

      @Override
      Object read(Settings settings, Setting setting) {
        return check(setting.key(), settings.get(setting));
      }

      @Override
      List<String> choices() {
        return allowed;
      }
    };
  }

  /** A text; may be empty. Its length is told in errors, never its words. */
  static ValueKind text(int longest) {
    return new ValueKind() {
      @Override
      Object check(String name, Object value) {
        String text = value.toString();
        if (text.length() > longest) {
          throw bad(name, text.length() + " characters long", "shorten it to " + longest);
        }
        return text;
      }

      @Override
      Object read(Settings settings, Setting setting) {
        return check(setting.key(), settings.get(setting));
      }
    };
  }

  /** A list of texts; a setting separates them by commas. */
  static ValueKind list(int mostItems, int longestItem) {
    return new ListKind(mostItems, longestItem);
  }

  static IllegalArgumentException bad(String name, Object value, String rule) {
    return new IllegalArgumentException(name + " is " + value + "; " + rule);
  }

  private static Long between(String name, long value, long least, long most, String unit) {
    if (value < least || value > most) {
      throw bad(name, value + unit, "must be " + least + " to " + most + unit);
    }
    return value;
  }
}
