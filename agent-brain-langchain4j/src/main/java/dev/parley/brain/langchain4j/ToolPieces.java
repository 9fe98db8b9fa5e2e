package dev.parley.brain.langchain4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of an answer's calls of tools, put together by index and id. LangChain4j takes a piece
 * of another call for the end of the one before; but servers send pieces of several in turns, or
 * number all of them 0, or none. Not thread-safe.
 */
final class ToolPieces {
  private final Map<Integer, Whole> byIndex = new HashMap<>();
  private final List<Whole> all = new ArrayList<>();

  /** One call so far. */
  private static final class Whole {
    private final StringBuilder arguments = new StringBuilder();
    private String id = "";
    private String name = "";
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Takes the pieces of one chunk. @return whether there were any */
  boolean take(@Nullable JsonNode pieces) {
    if (pieces == null || !pieces.isArray()) {
      return false;
    }
    pieces.forEach(this::add);
    return !pieces.isEmpty();
  }

  private void add(JsonNode piece) {
    String id = piece.path("id").asText("");
    String name = piece.path("function").path("name").asText("");
    Whole call = call(piece.path("index").asInt(-1), id, name);
    call.id = call.id.isEmpty() ? id : call.id;
    if (!name.equals(call.name)) { // some servers repeat it
      call.name += name;
    }
    JsonNode arguments = piece.path("function").path("arguments");
    call.arguments.append(arguments.isObject() ? arguments.toString() : arguments.asText(""));
  }

  private Whole call(int index, String id, String name) {
    Whole known = index < 0 ? last() : byIndex.get(index);
    boolean other = known == null || (!id.isEmpty() && !known.id.isEmpty() && !id.equals(known.id));
    boolean whole = known != null && index < 0 && id.isEmpty() && !name.isEmpty();
    if (known != null && !other && !(whole && !known.name.isEmpty())) {
      return known;
    }
    var next = new Whole();
    all.add(next);
    byIndex.put(index, next);
    return next;
  }

  private @Nullable Whole last() {
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  /** A chunk for each whole call; from now on there are none. */
  List<String> inOrder() {
    List<String> chunks = new ArrayList<>();
    for (Whole call : all) {
      chunks.add(chunk(call, chunks.size()));
    }
    all.clear();
    byIndex.clear();
    return chunks;
  }

  private static String chunk(Whole call, int index) {
    ObjectNode chunk = JsonNodeFactory.instance.objectNode();
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    ObjectNode told = choice.putObject("delta").putArray("tool_calls").addObject();
    told.put("index", index)
        .put("id", call.id.isEmpty() ? "call_" + index : call.id)
        .put("type", "function");
    told.putObject("function")
        .put("name", call.name.isBlank() ? "unnamed" : call.name)
        .put("arguments", call.arguments.toString());
    return chunk.toString();
  }
}
