package dev.parley.local.stt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.local.script.PhraseMatcher;
import dev.parley.local.script.Script;
import dev.parley.local.script.ScriptReader;
import dev.parley.local.stt.WordGraph.Arc;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordGraphsTest {
  private static final Script SCRIPT =
      ScriptReader.read(
          "test",
          """
          Before: well
          ## {size}
          - small
          - very large
          ## order
          - i want [a] {size} (cake | pie) [and {size} tea]
          - (give me | i take) {size} cake
          > Fine.
          """);

  private final WordGraph graph = WordGraphs.of(SCRIPT);

  @Test
  void everyWayThroughIsASentenceOfTheScript() {
    var matcher = new PhraseMatcher(SCRIPT);
    var random = new Random(1);
    for (int i = 0; i < 200; i++) {
      String sentence = walk(random);
      assertThat(matcher.match(sentence)).as("'%s', seed 1", sentence).isNotEmpty();
    }
  }

  private String walk(Random random) {
    var words = new ArrayList<String>();
    int place = 0;
    while (!graph.ends(place) || (!graph.from(place).isEmpty() && random.nextBoolean())) {
      List<Arc> arcs = graph.from(place);
      Arc arc = arcs.get(random.nextInt(arcs.size()));
      words.add(arc.word());
      place = arc.to();
    }
    return String.join(" ", words);
  }

  @Test
  void sentencesOfTheScriptAreWaysThrough() {
    assertThat(accepts("i want a very large cake and small tea")).isTrue();
    assertThat(accepts("well give me small cake")).isTrue();
    assertThat(accepts("i want cake")).isFalse();
    assertThat(accepts("i want a small")).isFalse();
  }

  private boolean accepts(String sentence) {
    int place = 0;
    for (String word : sentence.split(" ", -1)) {
      int from = place;
      place = -1;
      for (Arc arc : graph.from(from)) {
        place = arc.word().equals(word) ? arc.to() : place;
      }
      if (place < 0) {
        return false;
      }
    }
    return graph.ends(place);
  }

  @Test
  void noTwoArcsLeaveAPlaceWithTheSameWord() {
    for (int place = 0; place < graph.size(); place++) {
      assertThat(graph.from(place)).extracting(Arc::word).doesNotHaveDuplicates();
    }
  }
}
