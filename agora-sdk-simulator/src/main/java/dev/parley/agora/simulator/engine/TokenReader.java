package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.settings.SimulatedProject;
import io.agora.media.AccessToken2;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Reads "007" tokens with Agora's own library and checks what that library does not. */
final class TokenReader {
  private static final long LONGEST_LIFE_SECONDS = TimeUnit.HOURS.toSeconds(24);
  private static final short JOIN = 1;
  private static final short PUBLISH_AUDIO = 2;
  private static final short PUBLISH_DATA = 4;

  private TokenReader() {}

  /** Returns what the token allows, or null when it does not fit the request. */
  static @Nullable TokenTerms read(Admission.Request request, @Nullable SimulatedProject project) {
    AccessToken2 token = parse(request.token());
    if (token == null || !request.appId().equals(token.appId)) {
      return null;
    }
    if (project != null && !isSignedBy(project, token, request.token())) {
      return null;
    }
    AccessToken2.Service service = token.services.get(AccessToken2.SERVICE_TYPE_RTC);
    return service instanceof AccessToken2.ServiceRtc rtc && fits(rtc, request)
        ? terms(token, rtc.privileges, project)
        : null;
  }

  // The library prints stack traces for what it cannot decode, so that is found out before.
  private static @Nullable AccessToken2 parse(String text) {
    if (!text.startsWith(AccessToken2.getVersion()) || !isDecodable(text)) {
      return null;
    }
    AccessToken2 token = new AccessToken2();
    return token.parse(text) ? token : null;
  }

  private static boolean isDecodable(String text) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(Base64.getDecoder().decode(text.substring(3)));
      return inflater.inflate(new byte[1_024]) > 0;
    } catch (IllegalArgumentException | DataFormatException e) {
      return false;
    } finally {
      inflater.end();
    }
  }

  private static boolean fits(AccessToken2.ServiceRtc rtc, Admission.Request request) {
    boolean anyUser = rtc.uid.isEmpty();
    return rtc.channelName.equals(request.channel())
        && (anyUser || rtc.uid.equals(request.userId()))
        && rtc.privileges.containsKey(JOIN);
  }

  // Parsing keeps salt and issue time: building again gives the same text if the certificate is
  // right.
  private static boolean isSignedBy(SimulatedProject project, AccessToken2 token, String text) {
    token.appCert = project.certificate();
    try {
      return text.equals(token.build());
    } catch (Exception e) {
      return false;
    }
  }

  private static TokenTerms terms(
      AccessToken2 token, Map<Short, Integer> privileges, @Nullable SimulatedProject project) {
    long life = Math.min(token.expire, LONGEST_LIFE_SECONDS);
    int join = privileges.getOrDefault(JOIN, 0);
    long seconds = join == 0 ? life : Math.min(life, join);
    long end = TimeUnit.SECONDS.toMillis(Integer.toUnsignedLong(token.issueTs) + seconds);
    boolean checked = project != null && project.coHostAuthentication();
    return new TokenTerms(
        end,
        !checked || privileges.containsKey(PUBLISH_AUDIO),
        !checked || privileges.containsKey(PUBLISH_DATA));
  }
}
