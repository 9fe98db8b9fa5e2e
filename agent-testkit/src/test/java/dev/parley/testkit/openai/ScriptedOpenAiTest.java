package dev.parley.testkit.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ScriptedOpenAiTest {
  private static final String MESSAGES = "\"messages\":[{\"role\":\"user\",\"content\":\"Hi.\"}]";

  private static HttpResponse<String> post(ScriptedOpenAi server) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(server.url() + "/chat/completions"))
            .POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"m\"," + MESSAGES + "}"))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aScriptThatThrowsCutsTheConnectionAndIsAProblem() {
    try (var server =
        ScriptedOpenAi.answering(
            exchange -> {
              throw new AssertionError("not this one");
            })) {
      assertThatThrownBy(() -> post(server)).isInstanceOf(IOException.class);
      assertThat(server.problems()).anyMatch(each -> each.contains("not this one"));
    }
  }

  @Test
  void whatIsSaidAboutToolsNeedsTools() {
    String tools = "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"book\"}}]";
    String choice = "\"tool_choice\":\"required\"";
    assertThat(OpenAiRules.problems("{\"model\":\"m\"," + MESSAGES + "," + choice + "}"))
        .containsExactly("there is a tool_choice, but there are no tools");
    assertThat(
            OpenAiRules.problems("{\"model\":\"m\"," + MESSAGES + "," + tools + "," + choice + "}"))
        .isEmpty();
  }
}
