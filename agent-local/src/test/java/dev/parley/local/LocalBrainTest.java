package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.ConversationItem;
import dev.parley.ConversationItem.AgentSpeech;
import dev.parley.ConversationItem.Call;
import dev.parley.ConversationItem.Result;
import dev.parley.ConversationItem.UserTurn;
import dev.parley.ToolCall;
import dev.parley.ToolSpec;
import dev.parley.spi.Brain;
import dev.parley.spi.ReplyRequest;
import dev.parley.testkit.ManualClock;
import dev.parley.testkit.RecordingReplyListener;
import dev.parley.testkit.TestContexts;
import dev.parley.testkit.contract.BrainContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The café's conversations, item by item, as a session hands them to the brain. */
class LocalBrainTest extends BrainContract {
  private static final ToolSpec BOOK = ToolSpec.builder("book_table").build();
  private static final ToolSpec CANCEL = ToolSpec.builder("cancel_booking").build();
  private static final ToolSpec ORDER = ToolSpec.builder("place_order").build();

  private static LocalBrain cafe;

  private final List<ConversationItem> conversation = new ArrayList<>();

  @BeforeAll
  static void load() {
    cafe = new LocalBrain(BuiltInCafe.domain(), BuiltInCafe.documents());
  }

  @Override
  protected Brain newEngine() {
    return cafe;
  }

  @Override
  protected String question() {
    return "When do you open?";
  }

  @Override
  protected Optional<ToolQuestion> toolQuestion() {
    return Optional.of(
        new ToolQuestion("Book a table for four tomorrow at half past seven.", List.of(BOOK)));
  }

  /** Says something and returns the reply, which becomes part of the conversation. */
  private String say(String text) {
    conversation.add(new UserTurn("ann", "Ann", text));
    return reply();
  }

  private String reply() {
    RecordingReplyListener heard = ask();
    if (!heard.text().isBlank()) {
      conversation.add(new AgentSpeech(heard.text().strip(), false));
    }
    return heard.text().strip();
  }

  private RecordingReplyListener ask() {
    var heard = new RecordingReplyListener();
    var request =
        ReplyRequest.builder(TestContexts.under(new ManualClock()))
            .conversation(conversation)
            .tools(List.of(BOOK, CANCEL, ORDER))
            .build();
    engine().open(request, heard);
    return heard;
  }

  /** Says what makes the brain call a tool, answers the call, and returns the reply. */
  private String sayAndAct(String text, String result) {
    conversation.add(new UserTurn("ann", "Ann", text));
    List<ToolCall> calls = ask().toolCalls();
    assertThat(calls).hasSize(1);
    conversation.add(new Call(calls.get(0)));
    conversation.add(new Result(calls.get(0).id(), calls.get(0).tool(), result));
    return reply();
  }

  @Test
  void anOrderIsTakenChangedAndAddedUp() {
    assertThat(say("Can I have two large coffees and a croissant?"))
        .startsWith("Two large coffees and one croissant");
    assertThat(say("make that three")).contains("three croissants");
    assertThat(say("change the coffee to a tea")).contains("two large black teas");
    assertThat(say("what have i ordered"))
        .contains("two large black teas and three croissants")
        .contains("13 euros and 30 cents");
  }

  @Test
  void oneThingInsteadOfAnotherLeavesTheRest() {
    say("a coffee and a croissant");
    assertThat(say("a cheesecake instead of the croissant")).contains("one cheesecake");
    assertThat(say("what have i ordered")).contains("one coffee and one cheesecake");
    assertThat(say("a black tea instead")).contains("one black tea");
    assertThat(say("what have i ordered")).contains("one coffee and one black tea");
  }

  @Test
  void whatIsTakenOffIsGone() {
    say("a coffee and a croissant");
    assertThat(say("remove the croissant")).contains("one croissant").contains("one coffee");
    assertThat(say("what do i owe")).contains("one coffee").contains("2 euros and 60 cents");
  }

  @Test
  void anEmptyOrderCannotBeChanged() {
    assertThat(say("make that two")).contains("nothing to change");
    assertThat(say("what have i ordered")).contains("not ordered anything");
  }

  @Test
  void anOrderIsHandedInOnceAndTheNextBeginsEmpty() {
    say("a coffee");
    assertThat(sayAndAct("that's all", "It will be ready in ten minutes."))
        .contains("One coffee")
        .contains("ten minutes");
    assertThat(say("what have i ordered")).contains("not ordered anything");
  }

  @Test
  void aTableIsBookedWhenAllIsKnown() {
    conversation.add(
        new UserTurn(
            "ann", "Ann", "I'd like to book a table for four tomorrow at half past seven"));
    ToolCall call = ask().toolCalls().get(0);
    assertThat(call.tool()).isEqualTo("book_table");
    assertThat(call.arguments())
        .containsEntry("guests", "4")
        .containsEntry("day", "tomorrow")
        .containsEntry("time", "7:30");
  }

  @Test
  void whatIsMissingIsAskedForOneByOne() {
    assertThat(say("book a table")).isEqualTo("For how many people?");
    assertThat(say("six people")).isEqualTo("For which day?");
    assertThat(say("on saturday")).isEqualTo("At what time?");
    assertThat(sayAndAct("at eight", "The number of your booking is 7."))
        .contains("eight o'clock")
        .contains("The number of your booking is 7.");
  }

  @Test
  void aFullHouseAsksForAnotherTimeAndTriesAgain() {
    assertThat(sayAndAct("book a table for two on friday at seven", "full"))
        .contains("full")
        .contains("What other time");
    conversation.add(new UserTurn("ann", "Ann", "at half past eight"));
    assertThat(ask().toolCalls().get(0).arguments())
        .containsEntry("guests", "2")
        .containsEntry("day", "Friday")
        .containsEntry("time", "8:30");
  }

  @Test
  void anActionThatFailedIsNotSaidToHaveBeenDone() {
    assertThat(sayAndAct("book a table for two on friday at seven", "book_table failed"))
        .contains("did not work")
        .doesNotContain("booked");
    say("a coffee");
    sayAndAct("that's all", "place_order failed");
    assertThat(say("what have i ordered")).contains("one coffee");
  }

  @Test
  void anActionThatNobodyGaveIsToldAndNotPretended() {
    conversation.add(new UserTurn("ann", "Ann", "book a table for two on friday at seven"));
    var heard = new RecordingReplyListener();
    engine()
        .open(
            ReplyRequest.builder(TestContexts.under(new ManualClock()))
                .conversation(conversation)
                .build(),
            heard);
    assertThat(heard.log().errors()).hasSize(1);
    assertThat(heard.log().errors().get(0)).hasMessageContaining("book_table");
    assertThat(heard.text()).doesNotContain("booked");
  }

  @Test
  void aSideQuestionDoesNotFillTheBooking() {
    say("book a table for two");
    say("are you open on monday");
    say("on friday");
    conversation.add(new UserTurn("ann", "Ann", "at seven"));
    assertThat(ask().toolCalls().get(0).arguments()).containsEntry("day", "Friday");
  }

  @Test
  void neverMindClosesTheQuestion() {
    say("book a table");
    assertThat(say("never mind")).contains("No problem");
    assertThat(say("six people")).doesNotContain("For which day");
  }

  @Test
  void conditionsPickTheAnswer() {
    assertThat(say("are you open on sunday")).contains("from nine");
    assertThat(say("are you open on monday")).contains("closed");
  }

  @Test
  void aDayOfAnEarlierQuestionDoesNotAnswerTheNext() {
    say("are you open on monday");
    assertThat(say("when do you open")).contains("from seven");
  }

  @Test
  void questionsAreAnsweredFromTheDocuments() {
    assertThat(say("what is the story of the café")).contains("1987");
    assertThat(say("do you have wifi")).contains("password");
    assertThat(say("Is there anything without nuts in it?")).contains("walnuts");
  }

  /** Every sentence that the café's file answers from the documents, with the answer's mark. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What is on the menu?                | cheesecake
          what do you have today              | cheesecake
          tell me about the menu              | cheesecake
          can I see the menu                  | cheesecake
          where are you                       | Mill Lane
          what is your address                | Mill Lane
          how do I get to you                 | tram
          is there parking                    | behind the library
          when did you open first             | 1987
          tell me about yourself              | 1987
          who runs the café                   | Ana
          where does your coffee come from    | Honduras
          how do you make your coffee         | Ana roasts
          is there gluten in the cheesecake   | Gluten free
          what is in the croissant            | gluten
          is anything vegan                   | Vegan are
          I am allergic to nuts               | walnuts
          do you have a terrace               | eight tables
          can I work here                     | laptop
          do you take cards                   | by card
          where are the toilets               | stairs
          Show me the menu, please!           | cheesecake
          """)
  void whatTheFileAnswersFromTheDocumentsHasAnAnswer(String question, String answer) {
    assertThat(say(question)).contains(answer);
  }

  @Test
  void aPassageThatNoDocumentHasIsToldAtStart() {
    Domain domain = Domain.of("shop.md", "## buy\n- roses\nAnswer: from the passage Roses\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LocalBrain(domain, List.of("## Tulips\n\nRed.\n")))
        .withMessageContainingAll("'buy'", "## Roses");
  }

  @Test
  void anOrderThatIsStillOpenIsNotForgottenByANo() {
    say("a coffee");
    assertThat(say("no thanks")).contains("that is all");
  }

  @Test
  void aQuestionThatIsAnsweredInTheSameTurnIsNotAsked() {
    say("book a table for four");
    assertThat(say("on monday. on friday")).isEqualTo("At what time?");
    assertThat(say("Book a table. For six people.")).isEqualTo("For which day?");
  }

  @Test
  void whatIsSaidBehindAnActionIsDoneToo() {
    String answer =
        sayAndAct("Book a table for two on Friday at 7 pm. And a coffee.", "It is number 3.");
    assertThat(answer).contains("is booked").contains("number 3").contains("One coffee");
    assertThat(say("what have i ordered")).contains("one coffee");
  }

  @Test
  void anOrderBesideAQuestionForTheDocumentsIsTaken() {
    assertThat(say("What is on the menu? And can I have a coffee?"))
        .contains("One coffee")
        .contains("croissants");
  }

  @Test
  void aBookingIsCancelledByItsNumber() {
    assertThat(say("I'd like to cancel my booking")).contains("number of your booking");
    assertThat(sayAndAct("three", "unknown")).contains("no booking three");
    assertThat(sayAndAct("two", "Booking 2 is cancelled.")).isEqualTo("Booking two is cancelled.");
  }

  @Test
  void whatHasNothingToDoWithTheCafeIsNotUnderstood() {
    String first = say("Who won the football game last night?");
    String second = say("My computer does not start any more.");
    assertThat(first).isNotBlank();
    assertThat(second).isNotBlank();
    assertThat(first + second).doesNotContain("1987").doesNotContain("tram");
  }

  @Test
  void twoWishesInOneTurnAreBothAnswered() {
    assertThat(say("A coffee. When do you open?")).contains("One coffee").contains("from seven");
  }

  @Test
  void pricesAreThoseOfTheFile() {
    assertThat(say("how much is a large latte")).contains("4 euros and 20 cents");
  }
}
