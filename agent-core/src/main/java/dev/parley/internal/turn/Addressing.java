package dev.parley.internal.turn;

import dev.parley.Floor;
import dev.parley.Role;
import dev.parley.internal.text.Words;
import java.util.Collections;
import java.util.List;

/** Whose turns are meant for the agent. Immutable. */
final class Addressing {
  private final Floor floor;
  private final List<List<String>> names;

  Addressing(Floor floor, List<String> names) {
    this.floor = floor;
    this.names = names.stream().map(Words::of).filter(words -> !words.isEmpty()).toList();
  }

  /** Whether a participant may have the floor with a turn of this text. */
  boolean allows(String who, Role role, String text) {
    return mayHaveFloor(who, role) && (!floor.mustBeAddressed() || namesAgent(text));
  }

  /** Whether a participant may have the floor before anything was understood. */
  boolean allowsUnheard(String who, Role role) {
    return mayHaveFloor(who, role) && !floor.mustBeAddressed();
  }

  private boolean mayHaveFloor(String who, Role role) {
    return role == Role.SPEAKER && floor.onlyParticipant().map(who::equals).orElse(true);
  }

  private boolean namesAgent(String text) {
    List<String> words = Words.of(text);
    return names.stream().anyMatch(name -> Collections.indexOfSubList(words, name) >= 0);
  }
}
