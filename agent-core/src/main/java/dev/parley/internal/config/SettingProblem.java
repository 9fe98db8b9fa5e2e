package dev.parley.internal.config;

import dev.parley.spi.Setting;

/** Words what is wrong with a setting: which one, its variable, its value unless it is a secret. */
public final class SettingProblem {
  private SettingProblem() {}

  /** Returns the failure that nobody gave the setting a value. */
  public static IllegalArgumentException missing(Setting setting) {
    return new IllegalArgumentException(setting + " is not given; " + remedy(setting));
  }

  /**
   * Returns the failure that the value is none of what it must be.
   *
   * @param expected what it must be, such as {@code a whole number}
   */
  public static IllegalArgumentException wrong(Setting setting, Given given, String expected) {
    String value = setting.secret() ? "not valid" : "'" + given.text() + "'";
    return new IllegalArgumentException(
        "%s is %s, must be %s; it comes from %s"
            .formatted(setting, value, expected, given.origin()));
  }

  /** Returns how to give the setting a value. */
  static String remedy(Setting setting) {
    return "set %s in the environment or in .env, or pass --%s"
        .formatted(setting.variable(), setting.key());
  }
}
