package dev.parley.web;

import dev.parley.Cancellable;
import dev.parley.spi.Participant;
import org.jspecify.annotations.Nullable;

/** Someone in a room, whose page may go and come back. Used in the room's serial only. */
final class Guest {
  private final String id;
  private final String resumeKey;
  private String name;
  private @Nullable PageSocket page;
  private @Nullable Microphone microphone;
  private boolean pressing;
  private Cancellable leaving = Cancellable.NONE;

  /**
   * Creates a guest without a page.
   *
   * @param resumeKey a secret with which the page gets its place back
   */
  Guest(String id, String name, String resumeKey) {
    this.id = id;
    this.name = name;
    this.resumeKey = resumeKey;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  void rename(String newName) {
    name = newName;
  }

  String resumeKey() {
    return resumeKey;
  }

  Participant participant() {
    return new Participant(id, name);
  }

  /** The page, or null while its connection is broken. */
  @Nullable PageSocket page() {
    return page;
  }

  /** Takes the place with this page; the waiting for it is over. */
  void sitDown(PageSocket newPage) {
    leaving.cancel();
    page = newPage;
    microphone = null;
  }

  /** The page is gone; {@code newLeaving} gives the place away unless it comes back. */
  void standUp(Cancellable newLeaving) {
    leaving.cancel();
    leaving = newLeaving;
    page = null;
    microphone = null;
  }

  /** Whether the talk button is held. */
  boolean isPressing() {
    return pressing;
  }

  void press(boolean pressed) {
    pressing = pressed;
  }

  @Nullable Microphone microphone() {
    return microphone;
  }

  void microphone(@Nullable Microphone newMicrophone) {
    microphone = newMicrophone;
  }

  /** Leaves out name and key. */
  @Override
  public String toString() {
    return "Guest[" + id + "]";
  }
}
