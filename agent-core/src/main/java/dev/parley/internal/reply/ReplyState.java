package dev.parley.internal.reply;

import dev.parley.ReplyOutcome;

/** The states of a reply and what may follow what. */
enum ReplyState {
  SPECULATIVE,
  THINKING,
  SPEAKING,
  PAUSED,
  COMPLETED,
  INTERRUPTED,
  FAILED,
  DISCARDED;

  boolean canBecome(ReplyState next) {
    return switch (this) {
      case SPECULATIVE -> next == THINKING || next == DISCARDED;
      case THINKING -> next == SPEAKING || next.isOver();
      case SPEAKING -> next == PAUSED || next == COMPLETED || next == INTERRUPTED || next == FAILED;
      case PAUSED -> next == SPEAKING || next == INTERRUPTED || next == COMPLETED || next == FAILED;
      case COMPLETED, INTERRUPTED, FAILED, DISCARDED -> false;
    };
  }

  boolean isOver() {
    return switch (this) {
      case SPECULATIVE, THINKING, SPEAKING, PAUSED -> false;
      case COMPLETED, INTERRUPTED, FAILED, DISCARDED -> true;
    };
  }

  static ReplyState of(ReplyOutcome outcome) {
    return switch (outcome) {
      case COMPLETED -> COMPLETED;
      case INTERRUPTED -> INTERRUPTED;
      case FAILED -> FAILED;
      case DISCARDED -> DISCARDED;
    };
  }
}
