package dev.parley.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.spi.CloseReason;
import dev.parley.spi.StreamListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private final List<String> calls = new ArrayList<>();
  private final Delivery<StreamListener> delivery =
      new Delivery<>(
          new StreamListener() {
            @Override
            public void onClosed(CloseReason reason) {
              calls.add(reason.kind().name());
            }
          });

  @Test
  void onlyTheFirstEndCounts() {
    delivery.close(CloseReason.cancelled());
    delivery.close(CloseReason.finished());
    assertThat(calls).containsExactly("CANCELLED");
  }

  @Test
  void nothingComesAfterTheEnd() {
    delivery.close(CloseReason.finished());
    delivery.tell(each -> calls.add("late"));
    assertThat(calls).containsExactly("FINISHED");
  }

  @Test
  void aListenerThatThrowsDoesNotEndTheStream() {
    delivery.tell(
        each -> {
          throw new IllegalStateException("a defect of the application");
        });
    delivery.tell(each -> calls.add("next"));
    assertThat(calls).containsExactly("next");
  }
}
