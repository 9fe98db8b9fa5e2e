package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class SecretWatchTest {
  private static final System.Logger LOGGER = System.getLogger("com.example.tts.Voice");

  private static SecretWatch watch() {
    return SecretWatch.of("com.example", "canary-key", "canaryword");
  }

  @Test
  void whatIsHarmlessMayBeTold() {
    Level before = Logger.getLogger("").getLevel();
    try (SecretWatch watch = watch()) {
      LOGGER.log(System.Logger.Level.DEBUG, "12 characters were spoken");
      System.getLogger("org.example").log(System.Logger.Level.DEBUG, "canary-key of others");
      watch.tell("a voice");
    }
    assertThat(Logger.getLogger("").getLevel()).isEqualTo(before);
  }

  @Test
  void aSecretInALogLineIsFoundWhateverItsLevel() {
    SecretWatch watch = watch();
    LOGGER.log(System.Logger.Level.TRACE, "spoken: canaryword");
    assertThatThrownBy(watch::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("'canaryword' was told: ")
        .hasMessageContaining("spoken: canaryword");
  }

  @Test
  void aSecretInACauseIsFound() {
    SecretWatch watch = watch();
    watch.tell(new IllegalStateException("no voice", new IOException("canary-key is no key")));
    assertThatThrownBy(watch::close).hasMessageContaining("'canary-key' was told: ");
  }

  @Test
  void aSecretInAThingIsFound() {
    SecretWatch watch = watch();
    watch.tell(Map.of("key", "canary-key"));
    assertThatThrownBy(watch::close).hasMessageContaining("{key=canary-key}");
  }

  @Test
  void toHearNothingAtAllIsAFailure() {
    SecretWatch watch = watch();
    assertThatThrownBy(watch::close).hasMessageStartingWith("nothing was told; ");
  }
}
