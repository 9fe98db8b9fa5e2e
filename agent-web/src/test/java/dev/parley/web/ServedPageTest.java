package dev.parley.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.parley.VoiceAgent;
import dev.parley.testbrowser.NeedsBrowser;
import dev.parley.testbrowser.TestBrowser;
import dev.parley.testkit.ScriptedBrain;
import dev.parley.testkit.ScriptedTts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The page with a real session behind it; brain and voice are scripted. */
@NeedsBrowser
class ServedPageTest {
  private static final String STORY =
      "It was a quiet morning. "
          + "The harbour lay still, and nobody spoke. "
              .repeat(30) // longer than any machine is late
          + "Then a flag went up.";

  @Test
  void whoComesIsGreetedAnsweredAndMayInterrupt() {
    VoiceAgent agent =
        VoiceAgent.builder()
            .name("Robin")
            .greeting("Welcome aboard!")
            .brain(
                ScriptedBrain.builder()
                    .line("Tell me a story.", STORY)
                    .line("Enough, thank you.", "As you wish.")
                    .build())
            .textToSpeech(ScriptedTts.builder().firstAudio(Duration.ofMillis(50)).build())
            .build();
    try (WebTransport transport = WebTransport.builder().port(0).agentName("Robin").build();
        TestBrowser browser = TestBrowser.start()) {
      agent.serve(transport, session -> {});
      Page page = browser.window();
      page.navigate(transport.link().toString());
      page.click("#talk");
      Locator replies = page.locator(".reply");
      assertThat(page.locator(".reply.completed")).containsText("Welcome aboard!");

      say(page, "Tell me a story.");
      assertThat(replies.nth(1)).containsText("It was a quiet morning.");
      assertThat(page.locator("#state")).hasText("Speaking");
      page.waitForFunction("() => parley.measure().loudness > 0.2");
      assertThat(replies.nth(1).locator(".total")).containsText("ms");

      say(page, "Enough, thank you.");
      assertThat(replies.nth(1).locator("s")).containsText("Then a flag went up.");
      assertThat(replies.nth(2).locator(".said")).hasText("As you wish.");
      assertThat(page.locator("#state")).hasText("Listening");
      page.waitForFunction("() => !parley.measure().playing");
      assertThat(transport.roomCount()).isEqualTo(1);
    }
  }

  private static void say(Page page, String text) {
    page.locator("#text").fill(text);
    page.keyboard().press("Enter");
  }
}
