package dev.parley.agora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An SDK that is not quite what its documents say. */
class UncertainCallsTest {
  private final List<String> called = new ArrayList<>();

  /** Public, as the SDK's classes are. */
  public class Track {
    public void publish() {
      called.add("publish");
    }

    public int refuse() {
      called.add("refuse");
      return -5;
    }
  }

  @Test
  void aMethodIsFoundWhateverItReturns() {
    assertThat(UncertainCalls.byName(new Track(), "publish")).isZero();
    assertThat(UncertainCalls.byName(new Track(), "refuse")).isEqualTo(-5);
    assertThat(called).containsExactly("publish", "refuse");
  }

  @Test
  void aMethodThatIsNotThereIsRefused() {
    assertThat(UncertainCalls.byName(new Track(), "publishAudio")).isNegative();
  }

  @Test
  void anAgentThatWouldHearNobodyIsNotLetIn() {
    Link.taken("the format", 0);
    assertThatThrownBy(() -> Link.taken("the format", -2))
        .hasMessageContaining("the format")
        .hasMessageContaining("-2");
  }
}
