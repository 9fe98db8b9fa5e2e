package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.settings.SimulatedProject;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides who is let in, as the server does. Guarded by the world's lock. */
public final class Admission {
  // The characters that client SDK documents allow in the name of a channel.
  private static final Pattern CHANNEL_NAME =
      Pattern.compile("[a-zA-Z0-9 !#$%&()+\\-:;<=.>?@\\[\\]^_{}|~,]{1,64}");

  private final Map<String, SimulatedProject> projects = new HashMap<>();

  Admission() {}

  /** Adds a project, or replaces the one with its app id. */
  public void add(SimulatedProject project) {
    projects.put(project.appId(), project);
  }

  /** Who wants in where. An empty user id wants one to be assigned. */
  record Request(String appId, String token, String channel, String userId) {}

  /** The decision; {@code refusal} is null when the user is let in. */
  record Verdict(@Nullable ChangeReason refusal, TokenTerms terms) {
    private static Verdict refused(ChangeReason reason) {
      return new Verdict(reason, TokenTerms.UNLIMITED);
    }
  }

  Verdict decide(Request request, long nowMillis) {
    if (!projects.isEmpty() && !projects.containsKey(request.appId())) {
      return Verdict.refused(ChangeReason.INVALID_APP_ID);
    }
    if (!CHANNEL_NAME.matcher(request.channel()).matches()) {
      return Verdict.refused(ChangeReason.INVALID_CHANNEL_NAME);
    }
    return decideByToken(request, nowMillis);
  }

  private Verdict decideByToken(Request request, long nowMillis) {
    SimulatedProject project = projects.get(request.appId());
    boolean needsToken = project != null && !project.certificate().isEmpty();
    if (!needsToken && isNoToken(request)) {
      return new Verdict(null, TokenTerms.UNLIMITED);
    }
    TokenTerms terms = TokenReader.read(request, project);
    if (terms == null) {
      return Verdict.refused(ChangeReason.INVALID_TOKEN);
    }
    return terms.isOver(nowMillis)
        ? Verdict.refused(ChangeReason.TOKEN_EXPIRED)
        : new Verdict(null, terms);
  }

  // Without a certificate the app id itself is an accepted token, by the family's convention.
  private static boolean isNoToken(Request request) {
    return request.token().isEmpty() || request.token().equals(request.appId());
  }
}
