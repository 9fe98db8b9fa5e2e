package dev.parley.testkit.openai;

import java.time.Duration;

/** One thing that a scripted model does. */
sealed interface AnswerStep {
  /** Sends a piece of text. */
  record Token(String text) implements AnswerStep {}

  /** Sends a tool call in pieces. */
  record Call(String id, String tool, String arguments, int characters) implements AnswerStep {}

  /** Sends an event as it is. */
  record Raw(String data) implements AnswerStep {}

  /** Says nothing more. */
  record Stall() implements AnswerStep {}

  /** Cuts the connection. */
  record Cut() implements AnswerStep {}

  /** Ends the body without a reason. */
  record EndEarly() implements AnswerStep {}

  /** Says why it ends. */
  record Finish(String reason) implements AnswerStep {}

  /** Tells what it cost. */
  record Counted(int input, int cached, int output) implements AnswerStep {}

  /** Answers with an error. */
  record Status(int status, String code, Duration retryAfter) implements AnswerStep {}
}
