package dev.parley.testbrowser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A headless Chromium whose microphone is a file, without a sound card, a screen or a network. Each
 * window is a visitor of its own. Not thread-safe.
 *
 * <p>Annotate tests that use it with {@link NeedsBrowser}.
 */
public final class TestBrowser implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--use-fake-device-for-media-stream");

  private static final double PATIENCE_MILLIS = 30_000;

  private final Playwright playwright;
  private final Browser browser;

  private TestBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts a browser whose microphone beeps, and is allowed without asking. */
  public static TestBrowser start() {
    return start(null);
  }

  /**
   * Starts a browser whose microphone, allowed without asking, is this file.
   *
   * @param microphone a WAV of 16-bit mono at 48 kHz; it starts when a page opens the microphone,
   *     plays once, and is silent from then on
   */
  public static TestBrowser hearing(Path microphone) {
    return start(microphone);
  }

  private static TestBrowser start(@Nullable Path microphone) {
    List<String> flags = new ArrayList<>(FLAGS);
    flags.add("--use-fake-ui-for-media-stream");
    if (microphone != null) {
      flags.add("--use-file-for-fake-audio-capture=" + microphone + "%noloop");
    }
    return launch(flags);
  }

  /** Starts a browser in which no page is allowed the microphone, and none may sound by itself. */
  public static TestBrowser forbidding() {
    List<String> flags = new ArrayList<>(FLAGS);
    flags.add("--deny-permission-prompts");
    flags.add("--autoplay-policy=user-gesture-required");
    return launch(flags);
  }

  private static TestBrowser launch(List<String> flags) {
    // A machine that does much else at the same time is slow, not wrong.
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    Installation installation =
        Installation.find().orElseThrow(() -> new IllegalStateException(Installation.MISSING));
    Map<String, String> environment =
        Map.of(
            "PLAYWRIGHT_NODEJS_PATH",
            installation.node().toString(),
            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
            "1");
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(installation.chromium())
                    .setArgs(flags));
    return new TestBrowser(playwright, browser);
  }

  /** Opens a window of 1280 by 860 points. */
  public Page window() {
    return window(new Browser.NewContextOptions().setViewportSize(1280, 860));
  }

  /** Opens a window with these properties. */
  public Page window(Browser.NewContextOptions properties) {
    BrowserContext context = browser.newContext(properties);
    return context.newPage();
  }

  /** Closes all windows and ends the browser's processes. */
  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
