package dev.parley.internal.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Floor;
import dev.parley.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressingTest {
  private static final List<String> NAMES = List.of("Parley", "Miss Moon", "…");

  @Test
  void everySpeakerMayHaveTheFloorAndNobodyElse() {
    var everyone = new Addressing(Floor.everyone(), NAMES);

    assertThat(everyone.allows("ann", Role.SPEAKER, "hello")).isTrue();
    assertThat(everyone.allowsUnheard("ann", Role.SPEAKER)).isTrue();
    assertThat(everyone.allows("ann", Role.LISTENER, "Parley, hello")).isFalse();
    assertThat(everyone.allows("ann", Role.IGNORED, "Parley, hello")).isFalse();
  }

  @Test
  void oneMayHaveItAlone() {
    var one = new Addressing(Floor.only("ann"), NAMES);

    assertThat(one.allows("ann", Role.SPEAKER, "hello")).isTrue();
    assertThat(one.allows("bob", Role.SPEAKER, "Parley, hello")).isFalse();
    assertThat(one.allowsUnheard("bob", Role.SPEAKER)).isFalse();
  }

  @Test
  void whereTheAgentMustBeAddressedANameInTheTurnDoes() {
    var addressed = new Addressing(Floor.addressed(), NAMES);

    assertThat(addressed.allows("ann", Role.SPEAKER, "so, PARLEY, what now?")).isTrue();
    assertThat(addressed.allows("ann", Role.SPEAKER, "Hey miss moon!")).isTrue();
    assertThat(addressed.allows("ann", Role.SPEAKER, "the moon, miss")).isFalse();
    assertThat(addressed.allows("ann", Role.SPEAKER, "parleys")).isFalse();
    assertThat(addressed.allows("ann", Role.SPEAKER, "…")).isFalse();
    assertThat(addressed.allowsUnheard("ann", Role.SPEAKER)).isFalse();
  }
}
