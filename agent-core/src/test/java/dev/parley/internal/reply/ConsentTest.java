package dev.parley.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes.",
        "yeah, sure!",
        "OK",
        "Okay, please do",
        "Ja, bitte",
        "Oui",
        "Sí",
        "That is correct."
      })
  void aYesIsConsent(String answer) {
    assertThat(Consent.isGiven(answer)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No.",
        "Yes... no, wait.",
        "Don't!",
        "Please don't.",
        "Not right now.",
        "Please stop.",
        "Nein",
        "Tuesday",
        "",
        "Hm?",
        "Yesterday."
      })
  void anythingElseIsNone(String answer) {
    assertThat(Consent.isGiven(answer)).isFalse();
  }
}
