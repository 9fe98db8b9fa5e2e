package dev.parley;

import org.apiguardian.api.API;

/** What a participant is doing, as far as can be heard. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum ParticipantState {
  /** Present and not speaking. */
  SILENT,
  /** Speaking. */
  SPEAKING,
  /** Nobody has spoken for a while. */
  AWAY;

  /** Whether the table of transitions allows it. */
  public boolean canBecome(ParticipantState next) {
    return switch (this) {
      case SILENT -> next != this;
      case SPEAKING -> next == SILENT;
      case AWAY -> next != this;
    };
  }
}
