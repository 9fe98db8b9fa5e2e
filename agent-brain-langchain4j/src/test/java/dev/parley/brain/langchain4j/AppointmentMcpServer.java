package dev.parley.brain.langchain4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A small MCP server over stdio, run as a process of its own: JSON-RPC 2.0, a message a line. Knows
 * two tools, one of which fails.
 */
final class AppointmentMcpServer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOOLS =
      """
      {"tools": [
        {"name": "free_hours", "description": "Tells the free hours of a day",
         "inputSchema": {"type": "object", "properties": {
           "day": {"type": "string", "description": "the day"}}, "required": ["day"]}},
        {"name": "broken", "description": "Fails", "inputSchema": {"type": "object", "properties": {}}}
      ]}
      """;

  private AppointmentMcpServer() {}

  /** Serves until standard input ends. */
  public static void main(String[] args) throws IOException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      JsonNode message = JSON.readTree(line);
      if (message.has("id") && message.has("method")) {
        ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", message.get("id"));
        answer.set("result", result(message));
        output.println(answer);
      }
    }
  }

  private static JsonNode result(JsonNode message) throws IOException {
    return switch (message.path("method").asText()) {
      case "initialize" ->
          JSON.readTree(
              "{\"protocolVersion\":\""
                  + message.path("params").path("protocolVersion").asText()
                  + "\",\"capabilities\":{\"tools\":{}},"
                  + "\"serverInfo\":{\"name\":\"appointments\",\"version\":\"1\"}}");
      case "tools/list" -> JSON.readTree(TOOLS);
      case "tools/call" -> called(message.path("params"));
      default -> JSON.createObjectNode();
    };
  }

  private static JsonNode called(JsonNode call) {
    boolean works = call.path("name").asText().equals("free_hours");
    String day = call.path("arguments").path("day").asText();
    String text = works ? "On " + day + " nine and ten are free." : "disk sda1 of host db7 is full";
    ObjectNode result = JSON.createObjectNode().put("isError", !works);
    result.putArray("content").addObject().put("type", "text").put("text", text);
    return result;
  }
}
