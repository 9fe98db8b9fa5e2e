package dev.parley.samples;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.parley.audio.AudioFormat;
import dev.parley.testbrowser.NeedsBrowser;
import dev.parley.testbrowser.TestBrowser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job: the program, a real browser, and somebody who talks with the agent. */
@NeedsBrowser
class TalkInBrowserTest {
  @TempDir Path folder;

  @Test
  void twoQuestionsAndAnInterruptionByVoice() throws Exception {
    Path microphone =
        new Caller(AudioFormat.MONO_48K)
            .listens(Duration.ofSeconds(12)) // the greeting
            .says("how much is a cappuccino")
            .listens(Duration.ofSeconds(10))
            .says("what is the story of the cafe")
            .listens(Duration.ofSeconds(9)) // not to the end of the story
            .says("what have i ordered")
            .to(folder.resolve("microphone.wav"));
    try (RunningProgram program = RunningProgram.start(TalkInBrowser.class, "--port", "0");
        TestBrowser browser = TestBrowser.hearing(microphone)) {
      Page page = browser.window();
      page.navigate(program.link());
      page.click("#talk");
      Locator entries = page.locator("#entries > li");

      assertThat(entries.nth(0).locator(".said")).containsText("Welcome to Café Parley!");
      assertThat(entries.nth(1).locator(".said")).hasText("how much is a cappuccino");
      assertThat(entries.nth(2).locator(".said")).hasText("A cappuccino is 3 euros and 40 cents.");
      assertThat(entries.nth(3).locator(".said")).hasText("what is the story of the cafe");
      page.waitForFunction("() => parley.measure().loudness > 0.02");
      assertThat(entries.nth(5).locator(".said")).hasText("what have i ordered");
      assertThat(entries.nth(4)).containsText("Interrupted by you");
      assertThat(entries.nth(4).locator("s")).not().isEmpty();
      assertThat(entries.nth(6).locator(".said"))
          .containsText("You have not ordered anything yet.");
      page.waitForFunction("() => !parley.measure().playing");
      assertThat(sounded(page)).as("seconds of the agent's voice").isGreaterThan(12);
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "page.png")));
      assertThat(program.complaints()).isEmpty();
    }
  }

  @Test
  void aTakenPortIsToldAndTheNextOneServes() throws Exception {
    try (RunningProgram first = RunningProgram.start(TalkInBrowser.class, "--port", "0")) {
      String taken = first.link().replaceAll(".*:(\\d+)/.*", "$1");
      try (RunningProgram second = RunningProgram.start(TalkInBrowser.class, "--port", taken)) {
        assertThat(second.link()).isNotEqualTo(first.link());
        assertThat(String.join("\n", second.output())).contains(taken + " is taken");
      }
    }
  }

  @Test
  void thePageObeysTheSettingsOfItsTransport() throws Exception {
    String token = "0123456789abcdef";
    try (RunningProgram program =
        RunningProgram.start(TalkInBrowser.class, "--web-port", "0", "--web-token", token)) {
      assertThat(program.link()).contains("token=" + token).doesNotContain(":8080/");
    }
  }

  @Test
  void theConsoleIsOneScreen() throws Exception {
    try (RunningProgram program = RunningProgram.start(TalkInBrowser.class, "--port", "0")) {
      List<String> lines = program.output();
      assertThat(lines).hasSizeLessThan(24);
      assertThat(lines).anySatisfy(line -> assertThat(line).contains("ASSEMBLYAI_API_KEY"));
      assertThat(program.complaints()).isEmpty();
    }
  }

  private static double sounded(Page page) {
    return ((Number) page.evaluate("() => parley.measure().sounded")).doubleValue()
        / AudioFormat.MONO_24K.sampleRateHz();
  }
}
