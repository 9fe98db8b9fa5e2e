package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.spi.Participant;
import dev.parley.spi.RoomRequest;
import dev.parley.spi.VadRequest;
import dev.parley.spi.VadStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedVadTest {
  private final ManualClock clock = new ManualClock();
  private final Journal journal = new Journal(clock);

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  private static Sound sound(long at, long lasts) {
    return Sound.at(millis(at)).lasts(millis(lasts)).build();
  }

  private VadStream hear(Sound... sounds) {
    return hear(List.of(), Talk.of(sounds));
  }

  private VadStream hear(List<Gap> drops, Talk talk) {
    var context = TestContexts.under(clock);
    var ear = new Journal.Ear("user");
    FakeTransport.builder(talk)
        .drops(drops)
        .build()
        .open(RoomRequest.builder().context(context).build(), ear);
    VadStream stream =
        ScriptedVad.builder(talk)
            .build()
            .open(
                new VadRequest(Participant.of("user"), SoundFrames.FORMAT, context), journal.vad());
    ear.hearWith(stream);
    return stream;
  }

  @Test
  void aSoundIsHeardToTheMillisecond() {
    hear(sound(503, 1009));
    clock.advance(millis(5000));
    assertThat(journal.lines())
        .containsExactly("503 voice", "553 started 50", "1512 no voice", "2012 ended 500");
  }

  @Test
  void soundsCloseToEachOtherAreOneStretch() {
    hear(sound(1000, 1000), sound(2400, 600));
    clock.advance(millis(5000));
    assertThat(journal.lines())
        .containsExactly(
            "1000 voice",
            "1050 started 50",
            "2000 no voice",
            "2400 voice",
            "3000 no voice",
            "3500 ended 500");
  }

  @Test
  void aSoundExactlyWhenSpeechEndsIsANewStretch() {
    hear(sound(1000, 1000), sound(2500, 500));
    clock.advance(millis(5000));
    assertThat(journal.lines())
        .containsExactly(
            "1000 voice",
            "1050 started 50",
            "2000 no voice",
            "2500 ended 500",
            "2500 voice",
            "2550 started 50",
            "3000 no voice",
            "3500 ended 500");
  }

  @Test
  void soundsWithoutAGapAreOneVoice() {
    hear(sound(1000, 1000), sound(2000, 500));
    clock.advance(millis(5000));
    assertThat(journal.lines())
        .startsWith("1000 voice", "1050 started 50")
        .endsWith("2500 no voice", "3000 ended 500");
  }

  @Test
  void aSoundTooShortForSpeechHasNoMiddle() {
    hear(sound(1000, 40));
    clock.advance(millis(5000));
    assertThat(journal.lines()).containsExactly("1000 voice", "1040 no voice");
  }

  @Test
  void overlappingSoundsOfOnePersonAreOneVoice() {
    hear(sound(1000, 1000), sound(1500, 1000));
    clock.advance(millis(5000));
    assertThat(journal.lines())
        .containsExactly("1000 voice", "1050 started 50", "2500 no voice", "3000 ended 500");
  }

  @Test
  void whatTheRoomLosesIsNotHeard() {
    hear(List.of(new Gap(millis(900), millis(300))), Talk.of(sound(1000, 1000)));
    clock.advance(millis(5000));
    assertThat(journal.lines())
        .containsExactly("1200 voice", "1250 started 50", "2000 no voice", "2500 ended 500");
  }

  @Test
  void finishInSpeechEndsIt() {
    VadStream stream = hear(sound(1000, 1000));
    clock.advance(millis(1500));
    stream.finish();
    clock.advance(millis(5000));
    assertThat(journal.lines())
        .containsExactly(
            "1000 voice",
            "1050 started 50",
            "1500 no voice",
            "1500 ended 0",
            "1500 closed FINISHED");
  }
}
