package dev.parley.testkit;

import dev.parley.spi.PluginContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * What the people in a room do: who comes and goes, and every sound they make. A {@link
 * FakeTransport}, a {@link ScriptedVad} and a {@link ScriptedStt} that share one talk play it
 * together. Thread-safe.
 *
 * <p>All times count from the moment when the agent has joined.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Talk {
  private final List<Sound> sounds;
  private final List<Visit> visits;
  private final Set<String> others;
  private final Map<String, Long> originsNanos = new ConcurrentHashMap<>();

  private Talk(Builder builder) {
    this.sounds = builder.sounds.stream().sorted(Comparator.comparing(Sound::at)).toList();
    this.others = new LinkedHashSet<>(builder.others);
    this.visits = builder.visits.stream().sorted(Comparator.comparing(Visit::at)).toList();
  }

  /** Returns a talk of these sounds, whose makers are there from the beginning. */
  public static Talk of(Sound... sounds) {
    var builder = builder();
    List.of(sounds).forEach(builder::sound);
    return builder.build();
  }

  /** Returns a builder of a talk in which nobody comes and nothing is heard. */
  public static Builder builder() {
    return new Builder();
  }

  /** All sounds, by their beginning. */
  public List<Sound> sounds() {
    return sounds;
  }

  /** Who comes, goes, types or presses a talk button, by time. */
  List<Visit> visits() {
    return visits;
  }

  /** Who is there when the agent joins: everybody whose first visit is not their coming. */
  Set<String> presentFromTheStart() {
    var present = new LinkedHashSet<String>();
    var later = new LinkedHashSet<String>();
    for (Visit visit : visits) {
      if (visit.kind() == Visit.Kind.JOINS && !present.contains(visit.who())) {
        later.add(visit.who());
      } else if (!later.contains(visit.who())) {
        present.add(visit.who());
      }
    }
    Stream.concat(sounds.stream().map(Sound::who), others.stream())
        .filter(who -> !later.contains(who))
        .forEach(present::add);
    return present;
  }

  /**
   * When nothing is left to happen, counted from the agent's joining; transcripts may come later.
   */
  public Duration length() {
    Duration lastSound =
        sounds.stream().map(Sound::end).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    Duration lastVisit =
        visits.stream().map(Visit::at).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    return lastSound.compareTo(lastVisit) > 0 ? lastSound : lastVisit;
  }

  /** Sets the beginning of time for a session. */
  void beginsNow(PluginContext context) {
    originsNanos.put(context.sessionId(), context.clock().nanoTime());
  }

  /** The beginning of time for a session; empty while no fake room has said so. */
  OptionalLong originNanos(String sessionId) {
    Long origin = originsNanos.get(sessionId);
    return origin == null ? OptionalLong.empty() : OptionalLong.of(origin);
  }

  /** Builds talks. Not thread-safe. */
  public static final class Builder {
    private final List<Sound> sounds = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();
    private final Set<String> others = new LinkedHashSet<>();

    private Builder() {}

    /** Adds a sound. Who makes it is there from the beginning, unless they join later. */
    public Builder sound(Sound sound) {
      sounds.add(Objects.requireNonNull(sound, "sound"));
      return this;
    }

    /** Adds somebody who is there from the beginning, unless they join later. */
    public Builder present(String who) {
      others.add(Objects.requireNonNull(who, "who"));
      return this;
    }

    /** Lets somebody join. */
    public Builder joins(Duration at, String who) {
      return add(at, who, Visit.Kind.JOINS, "");
    }

    /** Lets somebody leave. */
    public Builder leaves(Duration at, String who) {
      return add(at, who, Visit.Kind.LEAVES, "");
    }

    /** Lets somebody type. */
    public Builder types(Duration at, String who, String text) {
      return add(at, who, Visit.Kind.TYPES, text);
    }

    /** Lets somebody hold their talk button for so long. */
    public Builder holdsTalkButton(Duration at, String who, Duration lasts) {
      add(at, who, Visit.Kind.PRESSES, "");
      return add(at.plus(lasts), who, Visit.Kind.LETS_GO, "");
    }

    private Builder add(Duration at, String who, Visit.Kind kind, String text) {
      visits.add(new Visit(at, who, kind, text));
      return this;
    }

    /** Builds the talk. */
    public Talk build() {
      return new Talk(this);
    }
  }
}
