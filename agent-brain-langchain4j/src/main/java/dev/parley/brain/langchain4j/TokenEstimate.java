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
  private static final int TOKENS_A_MESSAGE = 4;

  private TokenEstimate() {}

  /** A request with an answer of so many characters. */
  static Usage of(ChatRequest request, int outputCharacters) {
    return new Usage(input(request), 0, tokens(outputCharacters));
  }

  static int input(ChatRequest request) {
    int tokens = 0;
    for (ChatMessage message : request.messages()) {
      tokens += TOKENS_A_MESSAGE + tokens(length(message));
    }
    List<ToolSpecification> tools = request.toolSpecifications();
    for (ToolSpecification tool : tools == null ? List.<ToolSpecification>of() : tools) {
      tokens += tokens(tool.toString().length());
    }
    return tokens;
  }

  private static int tokens(int characters) {
    return (characters + CHARACTERS_A_TOKEN - 1) / CHARACTERS_A_TOKEN;
  }

  private static int length(ChatMessage message) {
    if (message instanceof SystemMessage system) {
      return system.text().length();
    }
    if (message instanceof UserMessage user) {
      return user.hasSingleText()
          ? user.singleText().length()
          : user.contents().toString().length();
    }
    if (message instanceof AiMessage agent) {
      int said = agent.text() == null ? 0 : agent.text().length();
      return said + agent.toolExecutionRequests().toString().length();
    }
    return message instanceof ToolExecutionResultMessage result ? result.text().length() : 0;
  }
}
