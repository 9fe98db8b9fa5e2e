package dev.parley.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import dev.parley.testbrowser.NeedsBrowser;
import dev.parley.testbrowser.TestBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What can be wrong on the visitor's side is said in words, and typing still works. */
@NeedsBrowser
class ProblemsTest {
  private static final String SLOW = "throw new DOMException('slow', 'AbortError');";

  private static TestBrowser browser;

  private final WebTransport transport = WebTransport.builder().port(0).build();
  private final ScriptedAgent agent = ScriptedAgent.in(transport, "parley");

  @BeforeAll
  static void startBrowser() {
    browser = TestBrowser.forbidding();
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
  void aForbiddenMicrophoneIsSaid() throws Exception {
    Page page = talk("");
    assertThat(page.locator("#problem"))
        .containsText("The microphone is not allowed for this page");
    stillTakesText(page);
  }

  @Test
  void aMissingMicrophoneIsSaid() throws Exception {
    Page page = talk("throw new DOMException('none', 'NotFoundError')");
    assertThat(page.locator("#problem")).containsText("No microphone was found");
    stillTakesText(page);
  }

  @Test
  void aBusyMicrophoneIsSaid() throws Exception {
    Page page = talk("throw new DOMException('busy', 'NotReadableError')");
    assertThat(page.locator("#problem")).containsText("in use by another program");
    stillTakesText(page);
  }

  @Test
  void aMicrophoneThatDoesNotStartIsAskedTwiceAndThenSaid() throws Exception {
    Page page = talk("window.tries = (window.tries ?? 0) + 1; " + SLOW);
    assertThat(page.locator("#problem")).containsText("The microphone does not start");
    assertEquals(2, page.evaluate("tries"));
    stillTakesText(page);
  }

  @Test
  void aMicrophoneThatIsSlowToStartIsUsed() throws Exception {
    Page page =
        talk(
            "if (!window.tried) { window.tried = true; "
                + SLOW
                + " } return new AudioContext().createMediaStreamDestination().stream;");
    assertThat(page.locator("#talk")).hasText("Mute");
    assertThat(page.locator("#problem")).isHidden();
    stillTakesText(page);
  }

  @Test
  void anAddressWithoutMicrophoneIsSaid() throws Exception {
    Page page = browser.window();
    page.addInitScript("Object.defineProperty(navigator, 'mediaDevices', {value: undefined})");
    page.navigate(transport.link().toString());
    page.click("#talk");
    assertThat(page.locator("#problem")).containsText("only to pages on localhost or https");
    stillTakesText(page);
  }

  @Test
  void aWrongTokenIsSaid() {
    try (WebTransport closed = WebTransport.builder().port(0).token("0123456789abcdef").build()) {
      Page page = browser.window();
      page.navigate("http://localhost:" + closed.link().getPort() + "/");
      assertThat(page.locator("#problem")).containsText("The link lacks the right token");
      page.navigate(closed.link().toString());
      assertThat(page.locator("#state")).hasText("Ready when you are");
    }
  }

  @Test
  void aMissingAgentIsWaitedFor() throws Exception {
    Page page = browser.window();
    page.navigate(transport.link("empty").toString());
    page.locator("#text").fill("hello");
    page.keyboard().press("Enter");
    assertThat(page.locator("#state")).hasText("Waiting for the agent");
    ScriptedAgent late = ScriptedAgent.in(transport, "empty");
    late.await("text guest-1 hello");
  }

  private Page talk(String getUserMedia) {
    Page page = browser.window();
    if (!getUserMedia.isEmpty()) {
      page.addInitScript(
          "navigator.mediaDevices.getUserMedia = async () => { " + getUserMedia + " }");
    }
    page.navigate(transport.link().toString());
    page.click("#talk");
    return page;
  }

  private void stillTakesText(Page page) throws InterruptedException {
    page.locator("#text").fill("tea");
    page.keyboard().press("Enter");
    agent.await("text guest-1 tea");
    page.context().close();
  }
}
