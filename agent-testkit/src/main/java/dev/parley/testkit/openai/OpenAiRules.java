package dev.parley.testkit.openai;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The rules of OpenAI's chat completions that a request must keep, told strictly: what OpenAI or a
 * server like it answers with status 400.
 *
 * <p>Each tool call is answered by exactly one message of role {@code tool}, before anything else;
 * ids are unique; names have 1 to 64 letters, digits, underscores and hyphens; arguments are the
 * text of a JSON object. What is said about tools needs some.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class OpenAiRules {
  private static final Set<String> ROLES =
      Set.of("system", "developer", "user", "assistant", "tool");
  private static final String NAME = "[A-Za-z0-9_-]{1,64}";

  private final List<String> problems = new ArrayList<>();
  private final Set<String> ids = new LinkedHashSet<>();
  private final Set<String> unanswered = new LinkedHashSet<>();

  private OpenAiRules() {}

  /** Returns what is wrong with the body of a request, in words; empty when nothing is. */
  public static List<String> problems(String body) {
    var rules = new OpenAiRules();
    try {
      rules.check(JsonText.object(JsonText.read(body)));
    } catch (IllegalArgumentException noJson) {
      rules.problems.add("the body is no JSON");
    }
    return List.copyOf(rules.problems);
  }

  private void check(Map<String, @Nullable Object> request) {
    if (text(request.get("model")).isEmpty()) {
      problems.add("there is no model");
    }
    if (!(request.get("messages") instanceof List<?> messages) || messages.isEmpty()) {
      problems.add("there are no messages");
      return;
    }
    for (int i = 0; i < messages.size(); i++) {
      message("messages[" + i + "]", JsonText.object(messages.get(i)));
    }
    checkAllAnswered("the end");
    if (request.get("tools") instanceof List<?> tools) {
      tools(tools);
    } else {
      noTools(request, "tool_choice");
      noTools(request, "parallel_tool_calls");
    }
  }

  private void noTools(Map<String, @Nullable Object> request, String member) {
    if (request.get(member) != null) {
      problems.add("there is a " + member + ", but there are no tools");
    }
  }

  private void message(String where, Map<String, @Nullable Object> message) {
    String role = text(message.get("role"));
    if (!ROLES.contains(role)) {
      problems.add(where + " has the role '" + role + "'");
    }
    if (role.equals("tool")) {
      answer(where, message);
      return;
    }
    checkAllAnswered(where);
    boolean calls = message.containsKey("tool_calls");
    if (isEmpty(message.get("content")) && !calls) {
      problems.add(where + " of role " + role + " has no content");
    }
    if (calls && !role.equals("assistant")) {
      problems.add(where + " of role " + role + " has tool calls");
    } else if (calls) {
      calls(where, message.get("tool_calls"));
    }
  }

  private static boolean isEmpty(@Nullable Object content) {
    return content == null
        || (content instanceof String text && text.isBlank())
        || (content instanceof List<?> parts && parts.isEmpty());
  }

  private void calls(String where, @Nullable Object calls) {
    if (!(calls instanceof List<?> list) || list.isEmpty()) {
      problems.add(where + " has an empty list of tool calls");
      return;
    }
    for (Object each : list) {
      call(where, JsonText.object(each));
    }
  }

  private void call(String where, Map<String, @Nullable Object> call) {
    String id = text(call.get("id"));
    if (id.isEmpty() || !ids.add(id)) {
      problems.add(where + " calls a tool with the id '" + id + "', empty or used before");
    }
    unanswered.add(id);
    if (!text(call.get("type")).equals("function")) {
      problems.add(where + " has a call that is not of type function");
    }
    Map<String, @Nullable Object> function = JsonText.object(call.get("function"));
    checkName(where, text(function.get("name")));
    if (!isObject(text(function.get("arguments")))) {
      problems.add(where + " calls a tool with arguments that are no JSON object");
    }
  }

  private static boolean isObject(String json) {
    try {
      return json.startsWith("{") && JsonText.read(json) instanceof Map;
    } catch (IllegalArgumentException noJson) {
      return false;
    }
  }

  private void checkName(String where, String name) {
    if (!name.matches(NAME)) {
      problems.add(where + " has the function name '" + name + "'");
    }
  }

  private void answer(String where, Map<String, @Nullable Object> message) {
    String id = text(message.get("tool_call_id"));
    if (!unanswered.remove(id)) {
      problems.add(where + " answers the call '" + id + "', which does not wait for an answer");
    }
    if (!(message.get("content") instanceof String || message.get("content") instanceof List)) {
      problems.add(where + " of role tool has no content");
    }
  }

  private void checkAllAnswered(String where) {
    if (!unanswered.isEmpty()) {
      problems.add("before " + where + " these calls have no answer: " + unanswered);
      unanswered.clear();
    }
  }

  private void tools(List<?> tools) {
    Set<String> names = new LinkedHashSet<>();
    for (Object each : tools) {
      Map<String, @Nullable Object> tool = JsonText.object(each);
      String name = text(JsonText.object(tool.get("function")).get("name"));
      checkName("tools", name);
      if (!names.add(name)) {
        problems.add("there are two tools called '" + name + "'");
      }
    }
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }
}
