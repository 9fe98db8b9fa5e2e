package dev.parley.internal.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BackchannelListTest {
  private final BackchannelList list =
      new BackchannelList(List.of("mm-hm", "I", "I see", "right", " ", "OK"));

  @Test
  void aTextOfBackchannelsAloneIsOne() {
    assertThat(list.isOnly("Mm-hm.")).isTrue();
    assertThat(list.isOnly("ok, I see, right!")).isTrue();
  }

  @Test
  void anyOtherWordMakesItMore() {
    assertThat(list.isOnly("I see nothing")).isFalse();
    assertThat(list.isOnly("mm")).isFalse();
    assertThat(list.isOnly("")).isFalse();
    assertThat(list.isOnly("...")).isFalse();
  }

  @Test
  void othersAreCountedAroundTheLongestBackchannels() {
    assertThat(list.countOthers("right I see you")).isEqualTo(1);
    assertThat(list.countOthers("stop that please")).isEqualTo(3);
    assertThat(list.countOthers("hm mm-hm hm")).isEqualTo(2);
    assertThat(list.countOthers("")).isZero();
  }

  @Test
  void anEmptyListKnowsNone() {
    assertThat(new BackchannelList(List.of()).isOnly("right")).isFalse();
  }
}
