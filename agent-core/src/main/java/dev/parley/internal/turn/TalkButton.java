package dev.parley.internal.turn;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Push to talk: whether one participant holds the button, and who waits for the text. On the loop.
 */
final class TalkButton {
  private boolean pressed;
  private @Nullable CompletableFuture<String> text;

  void press() {
    pressed = true;
  }

  /** Whether the turn lasts as long as the button is held, its last words included. */
  boolean isPressed() {
    return pressed;
  }

  /** Lets go when nothing was said. */
  CompletionStage<String> release() {
    pressed = false;
    return CompletableFuture.completedFuture("");
  }

  /** Whether the button was let go and the last words are on their way. */
  boolean isReleasing() {
    return text != null;
  }

  /** The turn's text, when it is final. */
  CompletionStage<String> awaitText() {
    CompletableFuture<String> awaited = text == null ? new CompletableFuture<>() : text;
    text = awaited;
    return awaited;
  }

  /** The turn is over. */
  void complete(String finalText) {
    pressed = false;
    CompletableFuture<String> awaited = text;
    text = null;
    if (awaited != null) {
      awaited.complete(finalText);
    }
  }
}
