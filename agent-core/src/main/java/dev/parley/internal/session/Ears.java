package dev.parley.internal.session;

import dev.parley.Role;
import dev.parley.TurnPolicy;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.internal.ear.Ear;
import dev.parley.internal.ear.EarListener;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.spi.Participant;
import dev.parley.spi.PluginContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ears of a session, one for each participant who is not ignored. On the session loop. */
final class Ears {
  private final SessionLoop loop;
  private final AgentRecipe recipe;
  private final PluginContext context;
  private final AudioFormat format;
  private final EarListener listener;
  private final Map<String, Ear> ears = new LinkedHashMap<>();
  private final Map<String, Participant> present = new HashMap<>();
  private final Map<String, Role> roles;
  private Runnable whenAllClosed = () -> {};
  private int open;

  Ears(
      SessionLoop loop,
      AgentRecipe recipe,
      PluginContext context,
      AudioFormat format,
      Map<String, Role> roles,
      EarListener listener) {
    this.loop = loop;
    this.recipe = recipe;
    this.context = context;
    this.format = format;
    this.roles = roles;
    this.listener = listener;
  }

  Role roleOf(String participant) {
    return roles.getOrDefault(participant, Role.SPEAKER);
  }

  void roleChanged(String participant) {
    if (roleOf(participant) == Role.IGNORED) {
      close(participant, false);
    } else if (present.containsKey(participant)) {
      open(present.get(participant));
    }
  }

  void open(Participant participant) {
    present.put(participant.id(), participant);
    if (recipe.stt() == null
        || roleOf(participant.id()) == Role.IGNORED
        || ears.containsKey(participant.id())) {
      return;
    }
    boolean endpoints =
        Endpoints.mode(recipe) != TurnPolicy.Endpointing.STT && recipe.vad() != null;
    var ear =
        new Ear(
            loop,
            participant,
            format,
            recipe.vad(),
            recipe.stt().alternatives(),
            recipe.keyterms(),
            context,
            endpoints,
            listener);
    ears.put(participant.id(), ear);
    open++;
    ear.open();
  }

  void hear(String participant, AudioFrame frame, long captured) {
    Ear ear = ears.get(participant);
    if (ear != null) {
      ear.hear(frame, captured);
    }
  }

  Duration wants(String participant) {
    Ear ear = ears.get(participant);
    return ear == null ? Duration.ZERO : ear.wants();
  }

  void forceEndpoint(String participant) {
    Ear ear = ears.get(participant);
    if (ear != null) {
      ear.forceEndpoint();
    }
  }

  void agentSaid(String text) {
    ears.values().forEach(ear -> ear.agentSaid(text));
  }

  void deafen(boolean deaf) {
    ears.values().forEach(ear -> ear.deafen(deaf));
  }

  /** The participant has left. */
  void close(String participant) {
    present.remove(participant);
    close(participant, false);
  }

  private void close(String participant, boolean lastWords) {
    Ear ear = ears.remove(participant);
    if (ear != null) {
      ear.close(lastWords);
    }
  }

  /** Closes all; what is pending is waited for if {@code lastWords}. */
  void closeAll(boolean lastWords) {
    List.copyOf(ears.values()).forEach(ear -> ear.close(lastWords));
  }

  /** One ear has closed. */
  void closedOne() {
    open--;
    if (open == 0) {
      whenAllClosed.run();
    }
  }

  boolean areAllClosed() {
    return open == 0;
  }

  void whenAllClosed(Runnable whenAllClosed) {
    this.whenAllClosed = whenAllClosed;
  }
}
