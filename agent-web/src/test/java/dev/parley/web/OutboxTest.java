package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Wire wire = new Wire();
  private final AtomicInteger overflows = new AtomicInteger();
  private final Outbox outbox = new Outbox(wire, overflows::incrementAndGet);

  @Test
  void oneMessageAtATimeIsOnItsWay() {
    outbox.text("a");
    outbox.text("b");
    assertThat(wire.sent).containsExactly("a");
    wire.arrive();
    assertThat(wire.sent).containsExactly("a", "b");
  }

  @Test
  void theVoiceGoesBeforeTextThatWaits() {
    outbox.text("a");
    outbox.text("b");
    assertThat(outbox.audio(ByteBuffer.allocate(4))).isTrue();
    wire.arrive();
    wire.arrive();
    assertThat(wire.sent).containsExactly("a", "4 bytes", "b");
  }

  @Test
  void aFlushForgetsTheVoiceThatWaitsAndGoesFirst() {
    outbox.text("a");
    outbox.text("b");
    outbox.audio(ByteBuffer.allocate(4));
    outbox.flush("flush");
    outbox.audio(ByteBuffer.allocate(6));
    for (int i = 0; i < 4; i++) {
      wire.arrive();
    }
    assertThat(wire.sent).containsExactly("a", "flush", "6 bytes", "b");
  }

  @Test
  void voiceBeyondTheBoundIsRefusedAndCounted() {
    outbox.text("on its way");
    for (int i = 0; i < Outbox.MOST_AUDIO; i++) {
      assertThat(outbox.audio(ByteBuffer.allocate(4))).isTrue();
    }
    assertThat(outbox.audio(ByteBuffer.allocate(4))).isFalse();
    assertThat(outbox.refusedAudio()).isEqualTo(1);
  }

  @Test
  void aPageThatDoesNotReadIsGivenUpOnce() {
    String large = "x".repeat(Outbox.MOST_TEXT_CHARACTERS / 2);
    for (int i = 0; i < 6; i++) {
      outbox.text(large);
    }
    assertThat(overflows).hasValue(1);
    assertThat(outbox.audio(ByteBuffer.allocate(4))).isFalse();
  }

  @Test
  void theEndComesAfterTheTextThatWaits() {
    outbox.text("a");
    outbox.text("b");
    outbox.end(4002, "over");
    outbox.text("too late");
    wire.arrive();
    assertThat(wire.sent).containsExactly("a", "b");
    wire.arrive();
    assertThat(wire.sent).containsExactly("a", "b", "close 4002 over");
  }

  @Test
  void sendsThatCompleteAtOnceDoNotPileUpOnTheStack() {
    outbox.text("on its way");
    for (int i = 0; i < 50_000; i++) {
      outbox.text("t");
    }
    wire.instant = true;
    wire.arrive();
    assertThat(wire.sent).hasSize(50_001);
  }

  @Test
  void aReasonFitsIntoACloseFrame() {
    assertThat(Sentences.fitting("ü".repeat(100))).isEqualTo("ü".repeat(61));
    assertThat(Sentences.fitting("short")).isEqualTo("short");
  }

  /** A connection that sends when the test says so. */
  private static final class Wire extends CoreSession.Empty {
    private final List<String> sent = new ArrayList<>();
    private final Deque<Callback> onTheirWay = new ArrayDeque<>();
    private boolean instant;

    @Override
    public void sendFrame(OutgoingEntry entry) {
      sent.add(
          entry.getFrame().getOpCode() == OpCode.TEXT
              ? entry.getFrame().getPayloadAsUTF8()
              : entry.getFrame().getPayloadLength() + " bytes");
      if (instant) {
        entry.getCallback().succeeded();
      } else {
        onTheirWay.add(entry.getCallback());
      }
    }

    @Override
    public void close(int code, String reason, Callback callback) {
      sent.add("close " + code + " " + reason);
    }

    void arrive() {
      onTheirWay.remove().succeeded();
    }
  }
}
