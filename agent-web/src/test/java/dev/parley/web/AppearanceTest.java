package dev.parley.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.parley.testbrowser.NeedsBrowser;
import dev.parley.testbrowser.TestBrowser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the page looks on screens of several kinds; {@code target/screenshots} shows it. */
@NeedsBrowser
class AppearanceTest {
  /**
   * Lists the texts whose contrast with what lies behind them is below 4.5 to 1, or 3 to 1 where
   * they are large (WCAG 2.2, success criterion 1.4.3).
   */
  private static final String WEAK_TEXTS =
      """
      () => {
        const parse = (color) => color.match(/[\\d.]+/g).map(Number);
        const light = ([r, g, b]) => [r, g, b]
            .map((c) => c / 255)
            .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
            .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
        const behind = (element) => {
          for (let e = element; e; e = e.parentElement) {
            const color = parse(getComputedStyle(e).backgroundColor);
            if (color.length === 3 || color[3] === 1) return color;
          }
          return [255, 255, 255];
        };
        const weak = [];
        for (const element of document.querySelectorAll('body *')) {
          const text = [...element.childNodes].filter((n) => n.nodeType === 3 && n.data.trim());
          if (!text.length || !element.checkVisibility() || element.closest('.visually-hidden, .skip, svg')) continue;
          const style = getComputedStyle(element);
          const [a, b] = [light(parse(style.color)), light(behind(element))].sort((x, y) => y - x);
          const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.5 && style.fontWeight >= 700);
          const ratio = (a + 0.05) / (b + 0.05);
          if (ratio < (large ? 3 : 4.5)) weak.push(`${text[0].data.trim()} ${ratio.toFixed(2)}`);
        }
        return weak;
      }
      """;

  /** Lists what can be used but has no name that a screen reader could say. */
  private static final String NAMELESS =
      """
      () => [...document.querySelectorAll('button, input, a, summary, [role=meter], [role=img]')]
          .filter((e) => e.checkVisibility())
          .filter((e) => !(e.getAttribute('aria-label') || e.labels?.length || e.textContent.trim()))
          .map((e) => e.outerHTML)
      """;

  private static final String TOO_WIDE =
      "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";

  private static TestBrowser browser;

  private final WebTransport transport =
      WebTransport.builder()
          .port(0)
          .examples(
              List.of(
                  "When are you open on Sunday?",
                  "What do you have to drink?",
                  "Can I have two large coffees and a croissant?",
                  "Make that three.",
                  "A table for four tomorrow at half past seven, please.",
                  "Tell me about your beans."))
          .build();

  private final ScriptedAgent agent = ScriptedAgent.in(transport, "parley");

  @BeforeAll
  static void startBrowser() {
    browser = TestBrowser.start();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @AfterEach
  void close() {
    transport.close();
  }

  enum Screen {
    DESKTOP(1280, 860, false),
    DESKTOP_DARK(1280, 860, true),
    PHONE(390, 844, false),
    PHONE_DARK(390, 844, true),
    SMALL_PHONE(320, 568, false);

    private final int width;
    private final int height;
    private final boolean dark;

    Screen(int width, int height, boolean dark) {
      this.width = width;
      this.height = height;
      this.dark = dark;
    }

    Page open() {
      return browser.window(
          new Browser.NewContextOptions()
              .setViewportSize(width, height)
              .setDeviceScaleFactor(width < 500 ? 2 : 1)
              .setHasTouch(width < 500)
              .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
    }
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void everyTextIsReadableAndEveryControlHasAName(Screen screen) throws Exception {
    Page page = screen.open();
    page.navigate(transport.link().toString());
    assertThat(page.locator("#state")).hasText("Ready when you are");
    check(page, screen + "-1-ready");
    page.click("#talk");
    agent.await("joined guest-1 Guest 1");
    assertThat(page.locator("#talk")).hasText("Mute");
    Script.question().forEach(agent::publish);
    Script.interruption().forEach(agent::publish);
    agent.room().publish(Script.failure());
    assertThat(page.locator("#entries > li")).hasCount(6);
    check(page, screen + "-2-talk");
    page.context().close();
  }

  @Test
  void nothingMovesForThoseWhoAskForStillness() throws Exception {
    Page page =
        browser.window(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
    page.navigate(transport.link().toString());
    page.click("#talk");
    agent.await("joined guest-1 Guest 1");
    Script.question().stream().limit(7).forEach(agent::publish);
    assertThat(page.locator(".dots")).isVisible();
    assertThat(page.evaluate("() => document.getAnimations().length")).isEqualTo(0);
    page.context().close();
  }

  private static void check(Page page, String picture) {
    page.waitForTimeout(400);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(
                Path.of(
                    "target/screenshots", picture.toLowerCase(java.util.Locale.ROOT) + ".png")));
    assertThat((List<?>) page.evaluate(WEAK_TEXTS)).as("texts of too little contrast").isEmpty();
    assertThat((List<?>) page.evaluate(NAMELESS)).as("controls without a name").isEmpty();
    assertThat(page.evaluate(TOO_WIDE)).as("the page scrolls sideways").isEqualTo(false);
  }
}
