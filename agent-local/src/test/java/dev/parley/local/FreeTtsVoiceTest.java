package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import dev.parley.spi.Word;
import dev.parley.testkit.ManualClock;
import dev.parley.testkit.RecordingTtsListener;
import dev.parley.testkit.TestContexts;
import dev.parley.testkit.contract.TextToSpeechContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FreeTtsVoiceTest extends TextToSpeechContract {
  @Override
  protected TextToSpeech newEngine() {
    return new FreeTtsVoice();
  }

  private TtsStream openInline(RecordingTtsListener heard) {
    return engine().open(new TtsRequest(1, null, TestContexts.under(new ManualClock())), heard);
  }

  @Test
  void wordsAreThoseOfTheTextWithTheirPunctuation() {
    var heard = new RecordingTtsListener();
    TtsStream stream = openInline(heard);
    stream.offer("Dr. O'Neil's café opens at 7:30, “not before”. ");
    stream.finish();
    assertThat(heard.words())
        .extracting(Word::text)
        .containsExactly("Dr.", "O'Neil's", "café", "opens", "at", "7:30,", "“not", "before”.");
  }

  @Test
  void wordsLieWithinTheAudioOneAfterTheOther() {
    var heard = new RecordingTtsListener();
    TtsStream stream = openInline(heard);
    stream.offer("We open at seven. ");
    stream.offer("On Mondays we are closed. ");
    stream.finish();
    Duration before = Duration.ZERO;
    for (Word word : heard.words()) {
      assertThat(word.start()).isGreaterThanOrEqualTo(before);
      assertThat(word.end()).isGreaterThan(word.start());
      before = word.end();
    }
    assertThat(before).isLessThanOrEqualTo(heard.audioLength());
  }

  @Test
  void theFirstWordIsNotKeptWaitingBySilence() {
    var heard = new RecordingTtsListener();
    TtsStream stream = openInline(heard);
    stream.offer("Hello. ");
    stream.finish();
    assertThat(heard.words().get(0).start()).isLessThan(Duration.ofMillis(50));
  }

  @Test
  void closingInTheMiddleOfASentenceFallsSilent() {
    var heard = new RecordingTtsListener();
    TtsStream stream = openInline(heard);
    heard.log().onNext("audio", stream::close);
    stream.offer("This sentence is long enough to be cut, and it goes on, and on, and on. ");
    assertThat(heard.audioLength()).isLessThan(Duration.ofMillis(200));
    assertThat(heard.log().calls()).endsWith("closed");
  }

  @Test
  void aRateOfAThousandWordsIsRefusedWithTheValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FreeTtsVoice(1_000))
        .withMessageContaining("1000");
  }
}
