package dev.parley.local.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MiniLmTest {
  private final MiniLm model = MiniLm.shared();

  private double alike(String one, String other) {
    return MiniLm.product(model.meaning(one), model.meaning(other));
  }

  @Test
  void vectorsHaveTheLengthOne() {
    assertThat(alike("Where can I park?", "Where can I park?")).isCloseTo(1, within(1e-5));
    assertThat(model.meaning("")).hasSize(384);
  }

  @Test
  void whatMeansTheSameLiesCloserThanWhatSharesWords() {
    double same = alike("Where can I leave my car?", "Is there parking nearby?");
    double other = alike("Where can I leave my car?", "Where does the coffee come from?");
    assertThat(same).isGreaterThan(other + 0.2);
  }
}
