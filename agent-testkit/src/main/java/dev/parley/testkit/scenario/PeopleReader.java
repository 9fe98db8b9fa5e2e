package dev.parley.testkit.scenario;

import dev.parley.Role;
import dev.parley.testkit.Sound;
import dev.parley.testkit.Talk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the part {@code people}. */
final class PeopleReader {
  private static final List<String> KINDS = List.of("says", "joins", "leaves", "role");
  private static final List<String> SOUND_KEYS =
      List.of("at", "who", "says", "lasts", "interims", "final", "finals", "endOfTurn");
  private static final List<String> ALL_KEYS =
      List.of(
          "at",
          "who",
          "says",
          "lasts",
          "interims",
          "final",
          "finals",
          "endOfTurn",
          "joins",
          "leaves",
          "role");

  private final Talk.Builder talk = Talk.builder();
  private final List<RoleChange> roles = new ArrayList<>();

  /**
   * Reads the entries. Who types instead of speaking is there from the beginning too, unless told.
   */
  Scenario.PeoplePart read(List<YamlValue> people, List<AppAction> app) {
    people.forEach(this::entry);
    app.stream()
        .filter(action -> action.does() == AppAction.Verb.TEXT)
        .map(AppAction::who)
        .forEach(talk::present);
    return new Scenario.PeoplePart(talk.build(), List.copyOf(roles));
  }

  private void entry(YamlValue value) {
    YamlMap entry = value.asMap(ALL_KEYS);
    List<String> kinds = KINDS.stream().filter(entry::has).toList();
    if (kinds.size() != 1) {
      throw entry.error(
          "there must be exactly one of "
              + String.join(", ", KINDS)
              + ", but there is "
              + (kinds.isEmpty() ? "none" : String.join(" and ", kinds)));
    }
    Duration at = entry.need("at").asTime();
    String who = entry.find("who").map(YamlValue::asNonBlank).orElse("user");
    switch (kinds.get(0)) {
      case "says" -> talk.sound(sound(at, who, value.asMap(SOUND_KEYS)));
      case "joins" -> {
        only(value, "joins").need("joins").asTrue();
        talk.joins(at, who);
      }
      case "leaves" -> {
        only(value, "leaves").need("leaves").asTrue();
        talk.leaves(at, who);
      }
      default -> roles.add(new RoleChange(at, who, role(only(value, "role").need("role"))));
    }
  }

  private static YamlMap only(YamlValue entry, String kind) {
    return entry.asMap(List.of("at", "who", kind));
  }

  private static Role role(YamlValue role) {
    return switch (role.asOneOf(List.of("speaker", "listener", "ignored"))) {
      case "speaker" -> Role.SPEAKER;
      case "listener" -> Role.LISTENER;
      default -> Role.IGNORED;
    };
  }

  private static Sound sound(Duration at, String who, YamlMap entry) {
    var sound = Sound.at(at).who(who).says(entry.need("says").asText());
    Duration lasts = entry.time("lasts", Duration.ofSeconds(1));
    if (lasts.isZero()) {
      throw entry.need("lasts").mustBe("more than 0");
    }
    sound.lasts(lasts);
    for (YamlValue interim : entry.list("interims")) {
      YamlMap text = interim.asMap(List.of("after", "text"));
      sound.interim(text.need("after").asTime(), text.need("text").asText());
    }
    finals(entry, sound);
    return sound.endOfTurn(entry.timeOrNull("endOfTurn", Duration.ZERO)).build();
  }

  private static void finals(YamlMap entry, Sound.Builder sound) {
    if (entry.has("finals") && entry.has("final")) {
      throw entry.error("'final' and 'finals' are both there; 'finals' stands instead of 'final'");
    }
    sound.finalAfter(
        entry.has("finals") ? null : entry.timeOrNull("final", Duration.ofMillis(200)));
    for (YamlValue each : entry.list("finals")) {
      YamlMap text = each.asMap(List.of("after", "text"));
      sound.finalText(text.need("after").asTime(), text.need("text").asText());
    }
  }
}
