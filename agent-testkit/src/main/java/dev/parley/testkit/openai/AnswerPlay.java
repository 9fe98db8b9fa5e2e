package dev.parley.testkit.openai;

import java.io.IOException;
import java.time.Duration;

/** Plays a scripted answer into a connection; blocks until it is over or the client has gone. */
final class AnswerPlay {
  private static final String HEAD = "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",";

  private final ModelAnswer answer;
  private final ChatExchange exchange;
  private final String model;
  private boolean begun;
  private int calls;
  private int tokens;
  private String finish = "";
  private AnswerStep.Counted counted = new AnswerStep.Counted(10, 0, -1);

  AnswerPlay(ModelAnswer answer, ChatExchange exchange) {
    this.answer = answer;
    this.exchange = exchange;
    this.model = exchange.model();
  }

  void play() throws IOException, InterruptedException {
    for (AnswerStep step : answer.steps()) {
      if (!play(step)) {
        return;
      }
    }
    begin();
    String reason = finish.isEmpty() ? (calls > 0 ? "tool_calls" : "stop") : finish;
    chunk("\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]");
    chunk("\"choices\":[],\"usage\":" + usage());
    exchange.event("[DONE]");
    exchange.end();
  }

  private boolean play(AnswerStep step) throws IOException, InterruptedException {
    if (step instanceof AnswerStep.Status refusal) {
      refuse(refusal);
      return false;
    }
    if (step instanceof AnswerStep.Finish last) {
      finish = last.reason();
    } else if (step instanceof AnswerStep.Counted known) {
      counted = known;
    } else if (step instanceof AnswerStep.Cut) {
      exchange.cut();
      return false;
    } else {
      return send(step);
    }
    return true;
  }

  private boolean send(AnswerStep step) throws IOException, InterruptedException {
    boolean first = begin();
    if (exchange.awaitGone(first ? answer.firstToken() : answer.interval())) {
      return false;
    }
    if (step instanceof AnswerStep.Token token) {
      tokens++;
      delta("\"content\":" + JsonText.quoted(token.text()));
    } else if (step instanceof AnswerStep.Call call) {
      return call(call);
    } else if (step instanceof AnswerStep.Raw raw) {
      exchange.event(raw.data());
    } else if (step instanceof AnswerStep.Stall) {
      exchange.awaitGone(Duration.ofDays(1));
      return false;
    } else {
      exchange.end();
      return false;
    }
    return true;
  }

  /** Sends the head of the answer. @return whether it had not been sent before */
  private boolean begin() throws IOException {
    boolean first = !begun;
    if (first) {
      begun = true;
      exchange.head(200, "text/event-stream", "");
      delta("\"role\":\"assistant\",\"content\":\"\"");
    }
    return first;
  }

  private boolean call(AnswerStep.Call call) throws IOException, InterruptedException {
    int index = calls++;
    piece(index, call, "");
    String arguments = call.arguments();
    for (int at = 0; at < arguments.length(); at += call.characters()) {
      if (exchange.awaitGone(answer.interval())) {
        return false;
      }
      int end = Math.min(arguments.length(), at + call.characters());
      tokens++;
      delta(
          "\"tool_calls\":[{\"index\":"
              + index
              + ",\"function\":{\"arguments\":"
              + JsonText.quoted(arguments.substring(at, end))
              + "}}]");
    }
    return true;
  }

  private void piece(int index, AnswerStep.Call call, String arguments) throws IOException {
    delta(
        "\"tool_calls\":[{\"index\":"
            + index
            + ",\"id\":"
            + JsonText.quoted(call.id())
            + ",\"type\":\"function\",\"function\":{\"name\":"
            + JsonText.quoted(call.tool())
            + ",\"arguments\":"
            + JsonText.quoted(arguments)
            + "}}]");
  }

  private void delta(String members) throws IOException {
    chunk("\"choices\":[{\"index\":0,\"delta\":{" + members + "},\"finish_reason\":null}]");
  }

  private void chunk(String members) throws IOException {
    exchange.event(HEAD + "\"model\":" + JsonText.quoted(model) + "," + members + "}");
  }

  private String usage() {
    int output = counted.output() < 0 ? tokens : counted.output();
    return "{\"prompt_tokens\":"
        + counted.input()
        + ",\"completion_tokens\":"
        + output
        + ",\"total_tokens\":"
        + (counted.input() + output)
        + ",\"prompt_tokens_details\":{\"cached_tokens\":"
        + counted.cached()
        + "}}";
  }

  private void refuse(AnswerStep.Status refusal) throws IOException {
    long seconds = refusal.retryAfter().toSeconds();
    exchange.head(
        refusal.status(),
        "application/json",
        seconds > 0 ? "retry-after: " + seconds + "\r\n" : "");
    exchange.body(
        "{\"error\":{\"message\":\"scripted\",\"type\":\"scripted\",\"param\":null,\"code\":"
            + JsonText.quoted(refusal.code())
            + "}}");
    exchange.end();
  }
}
