package dev.parley.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.testbrowser.NeedsBrowser;
import dev.parley.testbrowser.TestBrowser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, with a microphone file, against an agent that a test scripts. */
@NeedsBrowser
class PageTest {
  private static final double LOW = 440;
  private static final double HIGH = 1_000;

  @TempDir static Path folder;
  private static TestBrowser browser;

  private final WebTransport transport =
      WebTransport.builder()
          .port(0)
          .examples(List.of("When do you open?", "Two teas, please"))
          .grace(Duration.ofSeconds(20))
          .build();

  private final ScriptedAgent agent = ScriptedAgent.in(transport, "parley");

  @BeforeAll
  static void startBrowser() throws Exception {
    AudioFormat format = AudioFormat.MONO_48K;
    AudioFrame sounds =
        Tones.join(
            AudioFrame.silence(format, Duration.ofMillis(300)),
            Tones.tone(format, LOW, Duration.ofSeconds(1)),
            AudioFrame.silence(format, Duration.ofMillis(200)),
            Tones.tone(format, HIGH, Duration.ofSeconds(1)));
    browser = TestBrowser.hearing(Tones.write(sounds, folder.resolve("microphone.wav")));
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void theMicrophoneArrivesIntact() {
    Page page = open();
    page.click("#talk");
    page.waitForCondition(() -> Tones.millisOf(agent.heard(), HIGH) >= 960);

    AudioFrame heard = agent.heard();
    assertThat(Tones.millisOf(heard, LOW)).isBetween(960, 1_040);
    assertThat(Tones.millisOf(heard, HIGH)).isBetween(960, 1_040);
    assertThat(page.locator("#talk")).hasText("Mute");
    page.context().close();
  }

  @Test
  void theAgentIsHeardAndFallsSilentWhenItsVoiceIsCleared() throws Exception {
    Page page = joined();
    agent.speakTone(600, Duration.ofSeconds(10));
    page.waitForFunction("() => parley.measure().sounded > 24000");
    page.waitForFunction("() => parley.measure().loudness > 0.35");
    // One of its reports may fall into a gap on a machine that does much else.
    page.waitForFunction("() => parley.measure().peak > 0.35 && parley.measure().peak < 0.45");

    agent.fallSilent();
    page.waitForFunction("() => !parley.measure().playing && parley.measure().loudness === 0");
    page.context().close();
  }

  @Test
  void nothingSoundsAfterAFlush() throws Exception {
    Page page = joined();
    AudioFrame tone = Tones.tone(WebOptions.VOICE, 600, Duration.ofMillis(20));
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      double before = number(page, "sounded");
      for (int frame = 0; frame < 50; frame++) {
        agent.room().offer(tone);
      }
      page.waitForFunction("(before) => parley.measure().sounded > before + 9600", before);
      agent.room().clear();
      page.waitForFunction("() => !parley.measure().playing && parley.measure().queued === 0");
      double after = number(page, "sounded");
      page.waitForTimeout(300);
      assertThat(number(page, "sounded")).isEqualTo(after);
      assertThat(number(page, "loudness")).isLessThan(0.001);
      millis.add(number(page, "flushMillis"));
    }
    System.out.println(
        "clear heard in the page, then silent in its audio thread after ms: " + millis);
    page.context().close();
  }

  @Test
  void theConversationIsDrawnAndWhatWasNotHeardIsStruck() throws Exception {
    Page page = joined();
    Script.question().forEach(agent::publish);
    Locator entries = page.locator("#entries > li");
    assertThat(entries).hasCount(2);
    assertThat(entries.nth(0)).containsText("You");
    assertThat(entries.nth(0).locator(".said")).hasText("When do you open on Saturday?");
    assertThat(entries.nth(1)).containsText("Robin");
    assertThat(entries.nth(1).locator(".said"))
        .hasText("On Saturdays we open at nine. On Sundays at ten.");
    assertThat(entries.nth(1).locator("summary .total")).hasText("534 ms");
    assertThat(entries.nth(1).locator("dd"))
        .hasText(new String[] {"300 ms", "120 ms", "20 ms", "90 ms", "4 ms", "2 ms"});

    Script.interruption().forEach(agent::publish);
    assertThat(entries).hasCount(5);
    Locator cut = entries.nth(3);
    assertThat(cut.locator("s")).hasText(Script.LONG_ANSWER.substring(Script.HEARD.length()));
    assertThat(cut).containsText("Interrupted by you");
    assertThat(entries.nth(4).locator(".interim")).hasText("a flat");
    assertThat(page.locator("#state")).hasText("Listening");

    Script.noise().forEach(agent::publish);
    assertThat(entries.nth(5)).containsText("not understood");
    page.context().close();
  }

  @Test
  void aLostConnectionIsFoundAgainAndTheConversationStays() throws Exception {
    try (var line = new CuttableLine(transport.link().getPort())) {
      Page page = browser.window();
      page.navigate("http://localhost:" + line.port() + "/");
      page.click("#talk");
      agent.await("joined guest-1 Guest 1");
      Script.question().forEach(agent::publish);
      assertThat(page.locator("#entries > li")).hasCount(2);

      line.cut();
      assertThat(page.locator("#problem")).containsText("The connection is lost.");
      agent.await("lost");
      Script.interruption().forEach(agent::publish);
      line.mend();
      agent.await("back");

      assertThat(page.locator("#problem-text")).isEmpty();
      assertThat(page.locator("#problem")).isHidden();
      assertThat(page.locator("#entries > li")).hasCount(5);
      int before = agent.audioCalls();
      page.waitForCondition(() -> agent.audioCalls() > before);
      page.context().close();
    }
  }

  @Test
  void aReloadKeepsPlaceAndConversation() throws Exception {
    Page page = joined();
    Script.question().forEach(agent::publish);
    assertThat(page.locator("#entries > li")).hasCount(2);
    page.reload();
    assertThat(page.locator("#entries > li")).hasCount(2);
    assertThat(page.locator("#entries > li").first()).containsText("You");
    agent.await("back");
    assertThat(agent.pending()).doesNotContain("left guest-1");
    page.context().close();
  }

  @Test
  void textAndExamplesAreSentBesideTheVoice() throws Exception {
    Page page = open();
    page.locator("#text").fill("two teas");
    page.keyboard().press("Enter");
    agent.await("joined guest-1 Guest 1");
    agent.await("text guest-1 two teas");
    assertThat(page.locator("#text")).hasValue("");
    page.locator("#examples button").first().click();
    agent.await("text guest-1 When do you open?");
    page.context().close();
  }

  @Test
  void holdingTheButtonOrTheSpaceBarIsPushToTalk() throws Exception {
    Page page = open();
    page.locator("input[value=hold]").check();
    page.locator("#talk").hover();
    page.mouse().down();
    agent.await("talk guest-1 true");
    assertThat(page.locator("#talk")).hasText("Let go to send");
    page.mouse().up();
    agent.await("talk guest-1 false");

    page.keyboard().down("Space");
    agent.await("talk guest-1 true");
    page.keyboard().up("Space");
    agent.await("talk guest-1 false");
    assertThat(page.locator("#talk")).hasAttribute("aria-pressed", "false");
    page.context().close();
  }

  @Test
  void theKeyboardDoesEverything() throws Exception {
    Page page = open();
    page.keyboard().press("Space");
    agent.await("joined guest-1 Guest 1");
    assertThat(page.locator("#talk")).hasAttribute("aria-pressed", "true");
    page.keyboard().press("Space");
    assertThat(page.locator("#talk")).hasAttribute("aria-pressed", "false");
    page.keyboard().press("/");
    assertThat(page.locator("#text")).isFocused();
    page.keyboard().type("a b");
    assertThat(page.locator("#text")).hasValue("a b");
    page.keyboard().press("Escape");
    assertThat(page.locator("#talk")).isFocused();
    page.context().close();
  }

  @Test
  void twoWindowsAreTwoPeopleInOneRoom() throws Exception {
    Page ann = open();
    ann.locator("#name").fill("Ann");
    ann.click("#talk");
    agent.await("joined guest-1 Ann");
    Page bob = open();
    bob.locator("#name").fill("Bob");
    bob.click("#talk");
    agent.await("joined guest-2 Bob");

    assertThat(ann.locator("#people li")).hasText(new String[] {"AAnn (you)", "BBob"});
    Script.question().forEach(agent::publish);
    assertThat(ann.locator("#entries > li").first()).containsText("You");
    assertThat(bob.locator("#entries > li").first()).containsText("Ann");
    ann.context().close();
    bob.context().close();
  }

  @Test
  void theEndOfTheSessionIsSaidAndANewOneCanBegin() throws Exception {
    Page page = joined();
    Script.question().forEach(agent::publish);
    agent.room().close();
    assertThat(page.locator("#problem")).containsText("The conversation is over.");
    assertThat(page.locator("#state")).hasText("The conversation is over");
    ScriptedAgent next = ScriptedAgent.in(transport, "parley");
    page.locator("#problem-action").click();
    next.await("joined guest-1 Guest 1");
    assertThat(page.locator("#entries > li").last()).hasText("A new conversation begins.");
    page.context().close();
  }

  private Page open() {
    Page page = browser.window();
    page.navigate(transport.link().toString());
    assertThat(page.locator("#state")).hasText("Ready when you are");
    return page;
  }

  private Page joined() throws InterruptedException {
    Page page = open();
    page.click("#talk");
    agent.await("joined guest-1 Guest 1");
    page.waitForFunction("() => parley.measure().audible");
    return page;
  }

  private static double number(Page page, String name) {
    Map<?, ?> measured = (Map<?, ?>) page.evaluate("parley.measure()");
    return ((Number) measured.get(name)).doubleValue();
  }
}
