package dev.parley.testkit.openai;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * What a scripted model answers to one request. Immutable; methods return a changed copy.
 *
 * <pre>{@code
 * ModelAnswer.text("One moment.").call("c1", "book", "{\"day\":\"monday\"}").tokenEvery(Duration.ofMillis(5))
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ModelAnswer {
  private final List<AnswerStep> steps;
  private final Duration firstToken;
  private final Duration interval;

  private ModelAnswer(List<AnswerStep> steps, Duration firstToken, Duration interval) {
    this.steps = List.copyOf(steps);
    this.firstToken = firstToken;
    this.interval = interval;
  }

  private static ModelAnswer empty() {
    return new ModelAnswer(List.of(), Duration.ZERO, Duration.ZERO);
  }

  /** Answers with a text, a word a token. */
  public static ModelAnswer text(String text) {
    return empty().and(text);
  }

  /** Answers with calls only; add them with {@link #call}. */
  public static ModelAnswer calls() {
    return empty();
  }

  /**
   * Refuses the request.
   *
   * @param code OpenAI's error code, such as {@code insufficient_quota}
   */
  public static ModelAnswer status(int status, String code) {
    return empty().with(new AnswerStep.Status(status, code, Duration.ZERO));
  }

  /** Refuses the request and asks to wait before the next one; whole seconds. */
  public static ModelAnswer status(int status, String code, Duration retryAfter) {
    return empty().with(new AnswerStep.Status(status, code, retryAfter));
  }

  /** Closes the connection without an answer. */
  public static ModelAnswer hangUp() {
    return empty().with(new AnswerStep.Cut());
  }

  /** Goes on with a text, a word a token. */
  public ModelAnswer and(String text) {
    ModelAnswer answer = this;
    for (String token : text.split("(?<=\\s)(?=\\S)", -1)) {
      answer = token.isEmpty() ? answer : answer.with(new AnswerStep.Token(token));
    }
    return answer;
  }

  /** Calls a tool, its arguments in pieces of three characters. */
  public ModelAnswer call(String id, String tool, String arguments) {
    return call(id, tool, arguments, 3);
  }

  /** Calls a tool, its arguments in pieces of so many characters, wherever that cuts them. */
  public ModelAnswer call(String id, String tool, String arguments, int characters) {
    return with(new AnswerStep.Call(id, tool, arguments, characters));
  }

  /** Sends something that is no chunk, as one event. */
  public ModelAnswer garbage(String data) {
    return with(new AnswerStep.Raw(data));
  }

  /** Falls silent for good; the connection stays open. */
  public ModelAnswer stall() {
    return with(new AnswerStep.Stall());
  }

  /** Cuts the connection in the middle of the answer. */
  public ModelAnswer cut() {
    return with(new AnswerStep.Cut());
  }

  /** Ends the body properly, but without a last chunk that says why. */
  public ModelAnswer endEarly() {
    return with(new AnswerStep.EndEarly());
  }

  /** Says why it ends, such as {@code length}; default {@code stop}, or {@code tool_calls}. */
  public ModelAnswer finish(String reason) {
    return with(new AnswerStep.Finish(Objects.requireNonNull(reason, "reason")));
  }

  /** Tells what it cost; default 10 tokens read, none cached, and those that were written. */
  public ModelAnswer usage(int input, int cached, int output) {
    return with(new AnswerStep.Counted(input, cached, output));
  }

  /** Waits before the first token, after the head of the answer. */
  public ModelAnswer firstTokenAfter(Duration delay) {
    return new ModelAnswer(steps, delay, interval);
  }

  /** Waits between tokens. */
  public ModelAnswer tokenEvery(Duration delay) {
    return new ModelAnswer(steps, firstToken, delay);
  }

  private ModelAnswer with(AnswerStep step) {
    List<AnswerStep> more = new ArrayList<>(steps);
    more.add(step);
    return new ModelAnswer(more, firstToken, interval);
  }

  List<AnswerStep> steps() {
    return steps;
  }

  Duration firstToken() {
    return firstToken;
  }

  Duration interval() {
    return interval;
  }
}
