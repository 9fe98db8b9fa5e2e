package dev.parley.testkit;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.SessionClock;
import dev.parley.spi.CloseReason;
import dev.parley.spi.ReplyListener;
import dev.parley.spi.ReplyStream;
import dev.parley.spi.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Thinks out one line. */
final class ScriptedReplyStream extends ReplyStream {
  private static final Pattern TOKEN = Pattern.compile("\\s*\\S+\\s*");

  private final SessionClock inputs;
  private final ReplyListener listener;
  private final StreamEnd end;

  ScriptedReplyStream(SessionClock clock, ReplyListener listener, Runnable counted) {
    this.inputs = InputClock.of(clock, ClockEntry.INPUT);
    this.listener = listener;
    this.end = new StreamEnd(inputs, listener, counted);
  }

  void begin(BrainScript.@Nullable Choice choice, boolean textOnly) {
    if (choice == null) {
      fail(
          new AgentException(
              ErrorKind.BAD_REQUEST,
              "no line was written for this request; add one to the script"));
    } else if (choice.fails()) {
      fail(choice.line(), Objects.requireNonNull(choice.line().fails()));
    } else {
      speak(choice.line());
      inputs.schedule(choice.line().lasts(), () -> finish(choice.line(), textOnly));
    }
  }

  private void fail(BrainLine line, Failure failure) {
    switch (failure) {
      case TIMEOUT -> {}
      case RATE_LIMITED, SERVER_ERROR ->
          inputs.schedule(line.firstToken(), () -> fail(failure.exception()));
      case CUT -> {
        speak(line);
        inputs.schedule(line.lasts(), () -> fail(failure.exception()));
      }
    }
  }

  private synchronized void fail(AgentException failure) {
    end.end(CloseReason.failed(failure));
  }

  private void speak(BrainLine line) {
    List<String> tokens = tokensOf(line.says());
    Duration spread = line.lasts().minus(line.firstToken());
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      Duration after =
          i == 0 ? Duration.ZERO : spread.multipliedBy(i).dividedBy(tokens.size() - 1L);
      inputs.schedule(line.firstToken().plus(after), () -> say(token));
    }
  }

  private static List<String> tokensOf(String text) {
    var tokens = new ArrayList<String>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      tokens.add(token.group());
    }
    return tokens;
  }

  private synchronized void say(String token) {
    if (!end.ended()) {
      listener.onText(token);
    }
  }

  private synchronized void finish(BrainLine line, boolean textOnly) {
    for (int i = 0; i < line.calls().size() && !textOnly && !end.ended(); i++) {
      listener.onToolCall(line.calls().get(i));
    }
    if (!end.ended()) {
      listener.onUsage(new Usage(0, 0, tokensOf(line.says()).size()));
    }
    end.end(CloseReason.finished());
  }

  @Override
  public synchronized void close() {
    end.end(CloseReason.cancelled());
  }
}
