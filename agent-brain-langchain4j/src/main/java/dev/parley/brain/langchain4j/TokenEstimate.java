package dev.parley.brain.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.parley.spi.Usage;
import java.util.List;

/**
 * How many tokens a request is, about, without a vendor's tokenizer. Errs on the side of more:
 * English has about four characters a token, other languages and JSON fewer.
 */
final class TokenEstimate {
  private static final int CHARACTERS_A_TOKEN = 3;
  private static final int LAST_ASCII = 0x7f;
  private static final int TOKENS_A_MESSAGE = 4;

  private TokenEstimate() {}

  /** A request with an answer of so many tokens. */
  static Usage of(ChatRequest request, int outputTokens) {
    return new Usage(input(request), 0, outputTokens);
  }

  static int input(ChatRequest request) {
    int tokens = 0;
    for (ChatMessage message : request.messages()) {
      tokens += TOKENS_A_MESSAGE + tokens(text(message));
    }
    List<ToolSpecification> tools = request.toolSpecifications();
    for (ToolSpecification tool : tools == null ? List.<ToolSpecification>of() : tools) {
      tokens += tokens(tool.toString());
    }
    return tokens;
  }

  /** What is not ASCII counts as a token a character: in Chinese or Hindi it may be one. */
  private static int tokens(String text) {
    return tokens(text.length(), notAscii(text));
  }

  static int tokens(int characters, int notAscii) {
    return notAscii + (characters - notAscii + CHARACTERS_A_TOKEN - 1) / CHARACTERS_A_TOKEN;
  }

  static int notAscii(String text) {
    return (int) text.chars().filter(each -> each > LAST_ASCII).count();
  }

  private static String text(ChatMessage message) {
    if (message instanceof SystemMessage system) {
      return system.text();
    }
    if (message instanceof UserMessage user) {
      return user.hasSingleText() ? user.singleText() : user.contents().toString();
    }
    if (message instanceof AiMessage agent) {
      String said = agent.text() == null ? "" : agent.text();
      return said + agent.toolExecutionRequests();
    }
    return message instanceof ToolExecutionResultMessage result ? result.text() : "";
  }
}
