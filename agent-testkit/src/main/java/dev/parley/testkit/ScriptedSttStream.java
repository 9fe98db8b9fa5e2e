package dev.parley.testkit;

import dev.parley.SessionClock;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.EndOfTurn;
import dev.parley.spi.PluginContext;
import dev.parley.spi.SttListener;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;
import dev.parley.spi.Transcript;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Understands one participant of a talk. */
final class ScriptedSttStream extends SttStream {
  private final ScriptedStt stt;
  private final PluginContext context;
  private final SttListener listener;
  private final SessionClock transcripts;
  private final SessionClock inputs;
  private final TalkTime time;
  private final StreamEnd end;
  private final Map<Integer, Hearing> hearings = new LinkedHashMap<>();
  private Duration streamTime = Duration.ZERO;
  private boolean finished;
  private boolean catchingUp;

  ScriptedSttStream(ScriptedStt stt, SttRequest request, SttListener listener, Runnable counted) {
    this.stt = stt;
    this.context = request.context();
    this.listener = listener;
    this.transcripts = InputClock.of(context.clock(), ClockEntry.TRANSCRIPT);
    this.inputs = InputClock.of(context.clock(), ClockEntry.INPUT);
    this.time = new TalkTime(stt.talk(), context);
    this.end = new StreamEnd(inputs, listener, counted);
  }

  /** Sees to it that the vendor's going and coming back are noticed. */
  void awaitDrops() {
    for (Gap gap : stt.drops()) {
      Duration untilCut = time.until(gap.at());
      if (!untilCut.isNegative() && !untilCut.isZero()) {
        inputs.schedule(untilCut, this::cut);
      }
      Duration untilBack = time.until(gap.end());
      if (untilCut.compareTo(Duration.ZERO) <= 0 && !untilBack.isNegative()) {
        transcripts.schedule(untilBack, this::sayWhatIsDue);
      }
    }
  }

  private synchronized void cut() {
    end.end(CloseReason.failed(stt.cut()));
  }

  @Override
  public synchronized boolean offer(AudioFrame frame) {
    if (finished || end.ended()) {
      return false;
    }
    for (SoundFrames.Mark mark : SoundFrames.marksIn(frame, stt.talk().sounds())) {
      hear(mark, frame.duration());
    }
    streamTime = streamTime.plus(frame.duration());
    return true;
  }

  private void hear(SoundFrames.Mark mark, Duration length) {
    Hearing hearing = hearings.computeIfAbsent(mark.sound(), this::begin);
    hearing.hear(mark.number(), length);
    if (hearing.isBehind(time.elapsed()) && !catchingUp) {
      catchingUp = true;
      transcripts.schedule(Duration.ZERO, this::catchUp);
    }
  }

  private synchronized void catchUp() {
    catchingUp = false;
    sayWhatIsDue();
  }

  private Hearing begin(int number) {
    time.hearsBeginOf(stt.talk().sounds().get(number));
    var hearing = new Hearing(number, stt.talk().sounds().get(number), streamTime);
    for (SttResult result : hearing.results()) {
      transcripts.schedule(time.until(result.due()), this::sayWhatIsDue);
    }
    return hearing;
  }

  private synchronized void sayWhatIsDue() {
    if (!stt.reachable(time.elapsed())) {
      return;
    }
    Duration now = time.elapsed();
    for (Hearing hearing : List.copyOf(hearings.values())) {
      sayOf(hearing, now);
    }
    closeWhenAllIsSaid();
  }

  private void sayOf(Hearing hearing, Duration now) {
    for (Optional<SttResult> next = hearing.next(now);
        next.isPresent() && !end.ended();
        next = hearing.next(now)) {
      say(next.get(), hearing);
    }
  }

  private void say(SttResult result, Hearing hearing) {
    switch (result.kind()) {
      case INTERIM -> sayOnce(result, hearing);
      case FINAL -> sayFinal(hearing.transcript(result));
      case END_OF_TURN -> listener.onEndOfTurn(EndOfTurn.CERTAIN);
    }
  }

  private void sayFinal(Transcript transcript) {
    stt.gaveFinal(transcript);
    listener.onFinal(transcript);
  }

  private void sayOnce(SttResult interim, Hearing hearing) {
    if (stt.firstTime(context, hearing.number(), interim.number())) {
      listener.onInterim(hearing.transcript(interim));
    }
  }

  private void closeWhenAllIsSaid() {
    if (finished && hearings.values().stream().allMatch(Hearing::exhausted)) {
      end.end(CloseReason.finished());
    }
  }

  @Override
  public synchronized void finish() {
    if (!finished && !end.ended()) {
      finished = true;
      transcripts.schedule(Duration.ZERO, this::sayWhatIsDue);
    }
  }

  @Override
  public synchronized void close() {
    end.end(CloseReason.cancelled());
  }
}
