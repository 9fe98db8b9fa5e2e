package dev.parley.testkit.assemblyai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A turn of coded speech, and the messages that tell it. Not thread-safe. */
final class RecognizedTurn {
  private final int order;
  private final int sampleRateHz;
  private final List<CodedWord> words = new ArrayList<>();

  RecognizedTurn(int order, int sampleRateHz) {
    this.order = order;
    this.sampleRateHz = sampleRateHz;
  }

  void add(CodedWord word) {
    words.add(word);
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  ObjectNode started() {
    return JsonLines.object("SpeechStarted")
        .put("timestamp", millis(words.get(0).start()))
        .put("confidence", 0.97);
  }

  /** A message of the words so far. */
  ObjectNode message(boolean last, boolean formatted) {
    String text = text(formatted && last);
    ObjectNode message =
        JsonLines.object("Turn")
            .put("turn_order", order)
            .put("turn_is_formatted", formatted && last)
            .put("end_of_turn", last)
            .put("transcript", text)
            .put("utterance", last ? text : "")
            .put("end_of_turn_confidence", last ? 1.0 : 0.0);
    ArrayNode list = message.putArray("words");
    words.forEach(word -> describe(list.addObject(), word, last));
    return message;
  }

  private void describe(ObjectNode json, CodedWord word, boolean last) {
    json.put("text", word.text())
        .put("start", millis(word.start()))
        .put("end", millis(word.end()))
        .put("confidence", 0.9)
        .put("word_is_final", last);
  }

  private String text(boolean formatted) {
    String raw = words.stream().map(CodedWord::text).collect(Collectors.joining(" "));
    if (!formatted || raw.isEmpty()) {
      return raw;
    }
    return Character.toUpperCase(raw.charAt(0)) + raw.substring(1) + ".";
  }

  private long millis(long samples) {
    return samples * 1_000 / sampleRateHz;
  }
}
