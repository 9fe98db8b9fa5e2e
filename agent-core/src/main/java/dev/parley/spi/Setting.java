package dev.parley.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One setting that a plugin declares, so that configuration by name, {@code --help}, the docs and
 * error messages all know of it. Immutable.
 *
 * <p>A setting is given by the flag {@code --key value}, or by its environment variable; flags win.
 * A setting that is true or false by its default or its choices is a switch: {@code --key} alone
 * means true, {@code --no-key} false.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Setting {
  private final String key;
  private final String variable;
  private final List<String> aliases;
  private final String sentence;
  private final @Nullable String defaultValue;
  private final boolean secret;
  private final boolean required;
  private final List<String> choices;

  private Setting(Builder builder) {
    this.key = builder.key;
    this.variable = builder.variable;
    this.aliases = List.copyOf(builder.aliases);
    this.sentence = builder.sentence;
    this.defaultValue = builder.defaultValue;
    this.secret = builder.secret;
    this.required = builder.required;
    this.choices = builder.choices;
  }

  /**
   * Returns a builder.
   *
   * @param key lower case with hyphens, the plugin's name first: {@code assemblyai-api-key}
   * @param sentence what it does
   */
  public static Builder of(String key, String sentence) {
    return new Builder(key, sentence);
  }

  /** The name as a flag, without the two hyphens. */
  public String key() {
    return key;
  }

  /** The environment variable. */
  public String variable() {
    return variable;
  }

  /**
   * Further environment variables that mean the same, looked up after {@link #variable()}; usually
   * none.
   */
  public List<String> aliases() {
    return aliases;
  }

  /** What it does, in one sentence. */
  public String sentence() {
    return sentence;
  }

  /** The value when nothing is said. */
  public Optional<String> defaultValue() {
    return Optional.ofNullable(defaultValue);
  }

  /** Whether the value must never be shown. */
  public boolean secret() {
    return secret;
  }

  /** Whether the plugin cannot work without it. */
  public boolean required() {
    return required;
  }

  /** The values that are allowed; empty: any. */
  public List<String> choices() {
    return choices;
  }

  @Override
  public String toString() {
    return "--" + key + " (" + variable + ")";
  }

  /** Builds settings. Not thread-safe. */
  public static final class Builder {
    private final String key;
    private final String sentence;
    private final List<String> aliases = new ArrayList<>();
    private String variable;
    private @Nullable String defaultValue;
    private boolean secret;
    private boolean required;
    private List<String> choices = List.of();

    private Builder(String key, String sentence) {
      if (!key.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
        throw new IllegalArgumentException(
            "the setting is called '" + key + "'; use lower case words joined by hyphens");
      }
      this.key = key;
      this.sentence = Objects.requireNonNull(sentence, "sentence");
      this.variable = "PARLEY_" + key.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }

    /** Sets the environment variable; default {@code PARLEY_} and the key in capitals. */
    public Builder variable(String variable) {
      this.variable = Objects.requireNonNull(variable, "variable");
      return this;
    }

    /**
     * Adds another environment variable that means the same, looked up after the first; default
     * none.
     */
    public Builder alias(String variable) {
      aliases.add(Objects.requireNonNull(variable, "variable"));
      return this;
    }

    /** Sets the value when nothing is said; default none. */
    public Builder defaultValue(String defaultValue) {
      this.defaultValue = Objects.requireNonNull(defaultValue, "defaultValue");
      return this;
    }

    /** Keeps the value out of everything that is shown; default false. */
    public Builder secret() {
      this.secret = true;
      return this;
    }

    /** Says that the plugin cannot work without it; default false. */
    public Builder required() {
      this.required = true;
      return this;
    }

    /** Sets the values that are allowed; default any. */
    public Builder choices(String... choices) {
      this.choices = List.of(choices);
      return this;
    }

    /** Builds the setting. */
    public Setting build() {
      return new Setting(this);
    }
  }
}
