package dev.parley.internal.reply;

import dev.parley.Cancellable;
import dev.parley.ReplyEvent;

/** Notices once that a reply lets the user wait in silence, and fills it. On the session loop. */
final class DeadAir {
  private final Stage stage;
  private final int reply;
  private final Delivery delivery;
  private Cancellable timer = Cancellable.NONE;
  private boolean told;

  DeadAir(Stage stage, int reply, Delivery delivery) {
    this.stage = stage;
    this.reply = reply;
    this.delivery = delivery;
  }

  /** Nothing sounds from now on. */
  void watch() {
    timer.cancel();
    if (!told) {
      timer = stage.loop().talk().schedule(stage.policy().slowAfter(), this::tell);
    }
  }

  /** Something comes, or the reply has ended. */
  void over() {
    timer.cancel();
  }

  private void tell() {
    told = true;
    stage.events().emit(new ReplyEvent.Slow(stage.events().at(), reply));
    String filler = stage.policy().filler();
    if (filler != null && stage.playout().isIdle()) {
      delivery.fill(filler);
    }
  }
}
