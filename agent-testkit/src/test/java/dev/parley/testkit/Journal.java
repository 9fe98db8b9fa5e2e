package dev.parley.testkit;

import dev.parley.ToolCall;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.EndOfTurn;
import dev.parley.spi.ReplyListener;
import dev.parley.spi.RoomListener;
import dev.parley.spi.SttListener;
import dev.parley.spi.SttStream;
import dev.parley.spi.Transcript;
import dev.parley.spi.TtsListener;
import dev.parley.spi.VadListener;
import dev.parley.spi.VadStream;
import dev.parley.spi.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What happened and when, in milliseconds: "1500 final Hello." */
final class Journal {
  private final ManualClock clock;
  private final List<String> lines = new ArrayList<>();

  Journal(ManualClock clock) {
    this.clock = clock;
  }

  List<String> lines() {
    return lines;
  }

  private void write(String what) {
    lines.add(clock.elapsed().toMillis() + " " + what);
  }

  /** Hands the sound of one participant on to streams that are opened and closed meanwhile. */
  static final class Ear extends RoomListener {
    private final String who;
    private final List<SttStream> stt = new ArrayList<>();
    private final List<VadStream> vad = new ArrayList<>();
    private final List<AudioFrame> kept = new ArrayList<>();

    Ear(String who) {
      this.who = who;
    }

    void hearWith(SttStream stream) {
      kept.forEach(stream::offer);
      stt.clear();
      stt.add(stream);
    }

    void hearWith(VadStream stream) {
      vad.add(stream);
    }

    @Override
    public void onAudio(String participantId, AudioFrame frame) {
      if (participantId.equals(who)) {
        kept.add(frame);
        vad.forEach(stream -> stream.offer(frame));
        stt.forEach(stream -> stream.offer(frame));
      }
    }
  }

  VadListener vad() {
    return new VadListener() {
      @Override
      public void onVoice(boolean present) {
        write(present ? "voice" : "no voice");
      }

      @Override
      public void onSpeechStarted(Duration lasted) {
        write("started " + lasted.toMillis());
      }

      @Override
      public void onSpeechEnded(Duration silence) {
        write("ended " + silence.toMillis());
      }

      @Override
      public void onClosed(CloseReason reason) {
        write("closed " + reason.kind());
      }
    };
  }

  SttListener stt() {
    return new SttListener() {
      @Override
      public void onInterim(Transcript transcript) {
        write("interim " + transcript.utterance() + " " + transcript.text());
      }

      @Override
      public void onFinal(Transcript transcript) {
        write("final " + transcript.utterance() + " " + transcript.text());
      }

      @Override
      public void onEndOfTurn(EndOfTurn end) {
        write("end of turn");
      }

      @Override
      public void onClosed(CloseReason reason) {
        write("closed " + reason.kind());
      }
    };
  }

  TtsListener tts() {
    return new TtsListener() {
      @Override
      public void onAudio(AudioFrame frame) {
        write("audio " + frame.duration().toMillis());
      }

      @Override
      public void onWords(List<Word> words) {
        words.forEach(
            word ->
                write(
                    "word "
                        + word.text()
                        + " "
                        + word.start().toMillis()
                        + "-"
                        + word.end().toMillis()));
      }

      @Override
      public void onSpoken(int offer) {
        write("spoken " + offer);
      }

      @Override
      public void onClosed(CloseReason reason) {
        write("closed " + reason.kind());
      }
    };
  }

  ReplyListener reply() {
    return new ReplyListener() {
      @Override
      public void onText(String text) {
        write("'" + text + "'");
      }

      @Override
      public void onToolCall(ToolCall call) {
        write("call " + call.tool() + " " + call.id() + " " + call.argumentsText());
      }

      @Override
      public void onClosed(CloseReason reason) {
        write(
            "closed "
                + reason.error().map(error -> error.kind().name()).orElse(reason.kind().name()));
      }
    };
  }
}
