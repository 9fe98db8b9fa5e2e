package dev.parley.brain.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.mcp.McpToolProvider;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.transport.stdio.StdioMcpTransport;
import dev.parley.testkit.openai.ModelAnswer;
import dev.parley.testkit.openai.ScriptedOpenAi;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tools of an MCP server, which is another process. */
class McpTest {
  private @Nullable McpClient client;

  @AfterEach
  void closeClient() throws Exception {
    client.close();
  }

  private static McpClient client() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    var transport =
        StdioMcpTransport.builder()
            .command(List.of(java, "-cp", classes, AppointmentMcpServer.class.getName()))
            .build();
    return new DefaultMcpClient.Builder().transport(transport).build();
  }

  @Test
  void aModelCallsAToolOfAnotherProcess() throws Exception {
    client = client();
    try (var server =
        ScriptedOpenAi.answering(
            ModelAnswer.calls()
                .call("c1", "free_hours", "{\"day\":\"monday\"}")
                .call("c2", "broken", "{}"),
            ModelAnswer.text("Nine or ten."))) {
      LangChain4jBrain brain =
          Models.brain(server)
              .toolProvider(McpToolProvider.builder().mcpClients(List.of(client)).build())
              .build();
      try (VoiceCall call = VoiceCall.saying(brain, "When are you free on monday?")) {
        assertThat(call.awaitReply().heard()).isEqualTo("Nine or ten.");
        assertThat(call.results())
            .containsExactly("On monday nine and ten are free.", "broken failed");
        assertThat(server.exchanges().get(0).tools()).containsExactly("free_hours", "broken");
        assertThat(server.problems()).isEmpty();
      }
    }
  }
}
