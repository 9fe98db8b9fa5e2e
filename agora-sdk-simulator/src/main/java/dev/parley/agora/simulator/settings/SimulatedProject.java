package dev.parley.agora.simulator.settings;

import java.util.regex.Pattern;

/**
 * A project at the simulated Agora. As soon as one is known, app ids of no project are refused, and
 * a project with a certificate asks for a valid token.
 *
 * @param appId 32 hexadecimal digits
 * @param certificate 32 hexadecimal digits, or empty when the project has no certificate
 * @param coHostAuthentication whether publishing needs the privilege in the token
 */
public record SimulatedProject(String appId, String certificate, boolean coHostAuthentication) {
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");

  /** Checks the values. */
  public SimulatedProject {
    if (!HEX.matcher(appId).matches()) {
      throw new IllegalArgumentException("appId has the wrong form; give 32 hexadecimal digits");
    }
    if (!certificate.isEmpty() && !HEX.matcher(certificate).matches()) {
      throw new IllegalArgumentException(
          "certificate has the wrong form; give 32 hexadecimal digits or an empty string");
    }
  }

  /** Makes a project that asks for tokens but lets any token publish. */
  public SimulatedProject(String appId, String certificate) {
    this(appId, certificate, false);
  }

  /** Names the app id only; the certificate is a secret. */
  @Override
  public String toString() {
    return "SimulatedProject[" + appId + "]";
  }
}
