package dev.parley.internal.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.ConversationItem;
import dev.parley.ConversationItem.AgentSpeech;
import dev.parley.ConversationItem.Call;
import dev.parley.ConversationItem.Result;
import dev.parley.ConversationItem.UserTurn;
import dev.parley.ToolCall;
import dev.parley.internal.conversation.Conversation.CallEntry;
import dev.parley.internal.conversation.Conversation.UserEntry;
import dev.parley.internal.voice.Speech;
import dev.parley.internal.voice.Voiced;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final long MILLI = 1_000_000;

  private final Conversation conversation = new Conversation();

  private UserEntry says(String who, String text, long began) {
    return conversation.addTurn(who, who, text, began);
  }

  private static ToolCall call(String id) {
    return new ToolCall(id, "book", Map.of(), "{}");
  }

  private List<String> record() {
    return conversation.items().stream().map(ConversationTest::line).toList();
  }

  private static String line(ConversationItem item) {
    if (item instanceof UserTurn turn) {
      return turn.who() + ": " + turn.text();
    }
    if (item instanceof AgentSpeech speech) {
      return "agent: " + speech.text() + (speech.interrupted() ? "|" : "");
    }
    return item instanceof Call call
        ? "call " + call.call().id()
        : "result " + ((Result) item).id() + " " + ((Result) item).text();
  }

  @Test
  void turnsAndSpeechesStandInTheirOrder() {
    UserEntry question = says("ann", "Hello?", 0);
    conversation.closeUpTo(question);
    conversation.addSpeech(Voiced.untimed("Hello! ", 500));
    says("ann", "Bye.", 9);

    assertThat(record()).containsExactly("ann: Hello?", "agent: Hello!", "ann: Bye.");
  }

  @Test
  void unansweredTurnsOfOneParticipantAreOne() {
    UserEntry first = says("ann", "I want", 0);
    UserEntry second = says("ann", "some tea.", 5);

    assertThat(second).isSameAs(first);
    assertThat(record()).containsExactly("ann: I want some tea.");
  }

  @Test
  void aTurnThatWaitsIsInNoRequestAndStandsWhereItIsAnswered() {
    UserEntry question = says("ann", "Hello?", 0);
    UserEntry waiting = conversation.addWaitingTurn("ann", "ann", "And", 5);
    conversation.addWaitingTurn("ann", "ann", "more.", 6);
    conversation.closeUpTo(question);
    conversation.addSpeech(Voiced.untimed("Hello! ", 500));

    assertThat(conversation.itemsForRequest().stream().map(ConversationTest::line))
        .containsExactly("ann: Hello?", "agent: Hello!");
    conversation.hearWaiting(waiting);
    assertThat(record()).containsExactly("ann: Hello?", "agent: Hello!", "ann: And more.");
    assertThat(conversation.itemsForRequest()).isEqualTo(conversation.items());
  }

  @Test
  void whatWaitedStandsBeforeTheTurnThatTookTheFloor() {
    conversation.addWaitingTurn("ann", "ann", "First.", 5);
    UserEntry taking = says("bob", "Then.", 9);

    conversation.hearWaiting(taking);

    assertThat(record()).containsExactly("ann: First.", "bob: Then.");
  }

  @Test
  void unansweredTurnsOfSeveralStandAsTheyBegan() {
    says("bob", "Later.", 7);
    says("ann", "First.", 3);
    says("cat", "Last.", 9);

    assertThat(record()).containsExactly("ann: First.", "bob: Later.", "cat: Last.");
  }

  @Test
  void anAnswerSeparatesTurnsButOneThatNobodyHeardDoesNot() {
    says("ann", "One.", 0);
    Speech unheard = Voiced.untimed("Never heard.", 500);
    conversation.addSpeech(unheard);
    unheard.cut();
    says("ann", "Two.", 5);
    assertThat(record()).containsExactly("ann: One. Two.");

    Speech heard = Voiced.timed("well heard", 100);
    conversation.addSpeech(heard);
    heard.heardUpTo(150 * MILLI);
    heard.cut();
    says("ann", "Three.", 9);
    assertThat(record()).containsExactly("ann: One. Two.", "agent: well|", "ann: Three.");
  }

  @Test
  void lateWordsReplaceTheText() {
    UserEntry entry = says("ann", "One.", 0);
    entry.text("One. And two.");
    entry.close();
    says("ann", "Three.", 4);

    assertThat(record()).containsExactly("ann: One. And two.", "ann: Three.");
  }

  @Test
  void whatTheAgentIsStillSayingCountsAsSaidUntilItIsCut() {
    Speech speech = Voiced.timed("we open at noon", 200);
    conversation.addSpeech(speech);
    speech.heardUpTo(450 * MILLI);
    assertThat(record()).containsExactly("agent: we open at noon");

    speech.cut();
    assertThat(record()).containsExactly("agent: we open|");
  }

  @Test
  void aVoiceThatFailedLeavesWhatWasHeard() {
    Speech speech = Voiced.timed("we open at noon", 200);
    conversation.addSpeech(speech);
    speech.heardUpTo(200 * MILLI);
    speech.markUnfinished();

    assertThat(record()).containsExactly("agent: we|");
  }

  @Test
  void callsOfOneStepComeBeforeTheirResults() {
    var step = new Object();
    CallEntry first = conversation.addCall(call("c1"), step);
    CallEntry second = conversation.addCall(call("c2"), step);
    second.result("two");
    first.result("one");
    conversation.addCall(call("c3"), new Object()).result("three");

    assertThat(record())
        .containsExactly(
            "call c1", "call c2", "result c1 one", "result c2 two", "call c3", "result c3 three");
  }

  @Test
  void aCallThatRunsHasAStandInResult() {
    CallEntry entry = conversation.addCall(call("c1"), new Object());
    says("ann", "Well?", 5);

    assertThat(record())
        .containsExactly("call c1", "result c1 book is still running", "ann: Well?");
    entry.result("booked");
    assertThat(record()).containsExactly("call c1", "result c1 booked", "ann: Well?");
  }

  @Test
  void aSecondResultIsRefused() {
    CallEntry entry = conversation.addCall(call("c1"), new Object());
    entry.result("booked");

    assertThat(entry.hasResult()).isTrue();
    assertThatIllegalStateException().isThrownBy(() -> entry.result("again"));
  }

  @Test
  void whateverHappensTheRecordSuitsStrictProviders() {
    for (int seed = 0; seed < 2_000; seed++) {
      var random = new Random(seed);
      var any = new Conversation();
      var open = new ArrayList<CallEntry>();
      Object step = new Object();
      for (int i = 0; i < 30; i++) {
        step = random.nextInt(3) == 0 ? new Object() : step;
        act(any, open, step, i, random);
        assertSuitsProviders(any.items(), seed);
      }
    }
  }

  private static void act(
      Conversation any, List<CallEntry> open, Object step, int number, Random random) {
    switch (random.nextInt(5)) {
      case 0 -> {
        UserEntry entry = any.addTurn("p" + random.nextInt(2), "p", "words", random.nextInt(100));
        if (random.nextBoolean()) {
          any.closeUpTo(entry);
        }
      }
      case 1 -> {
        Speech speech = Voiced.timed("some words", 100);
        any.addSpeech(speech);
        speech.heardUpTo(random.nextInt(200) * MILLI);
        if (random.nextBoolean()) {
          speech.cut();
        }
      }
      case 2, 3 -> open.add(any.addCall(call("c" + number), step));
      default -> {
        if (!open.isEmpty()) {
          open.remove(random.nextInt(open.size())).result("done");
        }
      }
    }
  }

  /** Calls stand together, and directly behind them each has its one result, in their order. */
  private static void assertSuitsProviders(List<ConversationItem> items, int seed) {
    var waiting = new ArrayList<String>();
    var known = new HashSet<String>();
    boolean answering = false;
    for (ConversationItem item : items) {
      if (item instanceof Call call) {
        assertThat(answering && !waiting.isEmpty()).as("seed %d", seed).isFalse();
        assertThat(known.add(call.call().id())).as("seed %d", seed).isTrue();
        answering = false;
        waiting.add(call.call().id());
      } else if (item instanceof Result result) {
        answering = true;
        assertThat(waiting).as("seed %d", seed).startsWith(result.id());
        waiting.remove(0);
      } else {
        assertThat(waiting).as("seed %d", seed).isEmpty();
      }
    }
    assertThat(waiting).as("seed %d", seed).isEmpty();
  }
}
