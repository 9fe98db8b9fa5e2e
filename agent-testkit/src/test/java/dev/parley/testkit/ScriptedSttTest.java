package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.spi.Participant;
import dev.parley.spi.PluginContext;
import dev.parley.spi.RoomRequest;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedSttTest {
  private static final Sound HELLO =
      Sound.at(millis(1000)).says("Hello there.").interim(millis(600), "hello").build();

  private final ManualClock clock = new ManualClock();
  private final Journal journal = new Journal(clock);
  private final PluginContext context = TestContexts.under(clock);
  private final Journal.Ear ear = new Journal.Ear("user");

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  private ScriptedStt begin(List<Gap> drops, Sound... sounds) {
    var talk = Talk.of(sounds);
    FakeTransport.builder(talk).build().open(RoomRequest.builder().context(context).build(), ear);
    return ScriptedStt.builder(talk).drops(drops).build();
  }

  private SttStream open(ScriptedStt stt) {
    var request = new SttRequest(Participant.of("user"), SoundFrames.FORMAT, List.of(), context);
    SttStream stream = stt.open(request, journal.stt());
    ear.hearWith(stream);
    return stream;
  }

  @Test
  void resultsComeAtTheirTimes() {
    open(begin(List.of(), HELLO));
    clock.advance(millis(5000));
    assertThat(journal.lines())
        .containsExactly("1600 interim 0 hello", "2200 final 0 Hello there.", "2200 end of turn");
  }

  @Test
  void aNoiseGivesNothing() {
    open(begin(List.of(), Sound.at(millis(1000)).build()));
    clock.advance(millis(5000));
    assertThat(journal.lines()).isEmpty();
  }

  @Test
  void aDoubledFinalHasTheNumberOfItsSound() {
    Sound doubled =
        Sound.at(millis(1000))
            .says("Hallo")
            .finalText(millis(200), "hallo")
            .finalText(millis(1200), "hallo")
            .build();
    open(
        begin(
            List.of(),
            HELLO,
            Sound.at(millis(4000)).says("Hallo").finalText(millis(200), "").build(),
            doubled));
    clock.advance(millis(9000));
    assertThat(journal.lines())
        .contains("2200 final 1 hallo", "3200 final 1 hallo", "5200 final 2 ", "5200 end of turn");
  }

  @Test
  void theEndOfTurnFollowsTheFirstFinalWithWords() {
    Sound sound =
        Sound.at(millis(1000))
            .says("Hallo")
            .finalText(millis(200), " ")
            .finalText(millis(500), "hallo")
            .finalText(millis(900), "hello")
            .endOfTurn(millis(100))
            .build();
    open(begin(List.of(), sound));
    clock.advance(millis(5000));
    assertThat(journal.lines())
        .containsExactly(
            "2200 final 0  ", "2500 final 0 hallo", "2600 end of turn", "2900 final 0 hello");
  }

  @Test
  void aSoundOfWhichAPartIsMissingGivesNoFinal() {
    ScriptedStt stt = begin(List.of(), HELLO);
    clock.advance(millis(1100));
    ear.hearWith(
        stt.open(
            new SttRequest(Participant.of("user"), SoundFrames.FORMAT, List.of(), context),
            journal.stt()));
    clock.advance(millis(5000));
    assertThat(journal.lines())
        .as("the ear keeps and sends again")
        .contains("2200 final 0 Hello there.");
    journal.lines().clear();

    var deaf = new ManualClock();
    assertThat(hearLate(deaf)).isEmpty();
  }

  private static List<String> hearLate(ManualClock clock) {
    var journal = new Journal(clock);
    var context = TestContexts.under(clock);
    var ear = new Journal.Ear("user");
    var talk = Talk.of(HELLO);
    FakeTransport.builder(talk)
        .build()
        .open(RoomRequest.builder().context(context).build(), new Journal.Ear("nobody"));
    SttStream stream =
        ScriptedStt.builder(talk)
            .build()
            .open(
                new SttRequest(Participant.of("user"), SoundFrames.FORMAT, List.of(), context),
                journal.stt());
    for (int i = 1; i < SoundFrames.countOf(HELLO); i++) {
      stream.offer(SoundFrames.frame(0, i, HELLO));
    }
    ear.hearWith(stream);
    clock.advance(millis(5000));
    return journal.lines();
  }

  @Test
  void aDropClosesTheStreamAndALaterOneGetsTheResultsWhenTheVendorIsBack() {
    ScriptedStt stt = begin(List.of(new Gap(millis(1500), millis(1000))), HELLO);
    open(stt);
    clock.advance(millis(1700));
    assertThat(journal.lines()).containsExactly("1500 closed FAILED");
    open(stt);
    clock.advance(millis(5000));
    assertThat(journal.lines())
        .containsExactly(
            "1500 closed FAILED",
            "2500 interim 0 hello",
            "2500 final 0 Hello there.",
            "2500 end of turn");
  }

  @Test
  void aStreamOpenedAfterTheGapGetsResultsWhenTheSoundWasSentAgain() {
    ScriptedStt stt = begin(List.of(new Gap(millis(1500), millis(100))), HELLO);
    open(stt);
    clock.advance(millis(3000));
    open(stt);
    clock.advance(millis(1));
    assertThat(journal.lines())
        .endsWith("3000 interim 0 hello", "3000 final 0 Hello there.", "3000 end of turn");
  }

  @Test
  void anInterimIsNotGivenTwiceWhenTheSoundIsSentAgain() {
    ScriptedStt stt = begin(List.of(new Gap(millis(1700), millis(100))), HELLO);
    open(stt);
    clock.advance(millis(1800));
    open(stt);
    clock.advance(millis(5000));
    assertThat(journal.lines())
        .containsExactly(
            "1600 interim 0 hello",
            "1700 closed FAILED",
            "2200 final 0 Hello there.",
            "2200 end of turn");
  }

  @Test
  void finishWaitsForTheFinalOnItsWay() {
    SttStream stream = open(begin(List.of(), HELLO));
    clock.advance(millis(2100));
    stream.finish();
    clock.advance(millis(5000));
    assertThat(journal.lines())
        .endsWith("2200 final 0 Hello there.", "2200 end of turn", "2200 closed FINISHED");
  }

  @Test
  void finishInMidSoundGivesNoFinal() {
    SttStream stream = open(begin(List.of(), HELLO));
    clock.advance(millis(1700));
    stream.finish();
    clock.advance(millis(5000));
    assertThat(journal.lines()).containsExactly("1600 interim 0 hello", "1700 closed FINISHED");
  }
}
