package dev.parley.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Configuration;
import dev.parley.Plugins;
import dev.parley.spi.Setting;
import org.junit.jupiter.api.Test;

/** What a rehearsal takes for granted. */
class RehearsalTest {
  private static final Setting CHANNEL =
      Setting.of("channel", "The Agora channel.").variable("AGORA_CHANNEL").required().build();

  private static String channel(String... arguments) {
    Configuration configuration =
        new SimulatedPeople().configuration(Plugins.none(), arguments, CHANNEL);
    return configuration.get(CHANNEL);
  }

  @Test
  void aChannelThatIsGivenIsTaken() {
    assertThat(channel("--channel=mine")).isEqualTo("mine");
  }

  @Test
  void anyChannelWillDoWhereNoneIsGiven() {
    assertThat(channel()).isNotBlank();
  }
}
