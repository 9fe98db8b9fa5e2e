package dev.parley.agora;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import java.util.regex.Pattern;

/** What a channel may be called, by the documents of Agora's client SDKs. */
final class ChannelName {
  private static final Pattern FORM =
      Pattern.compile("[a-zA-Z0-9 !#$%&()+\\-:;<=.>?@\\[\\]^_{}|~,]{1,64}");

  private ChannelName() {}

  static boolean isAllowed(String name) {
    return FORM.matcher(name).matches();
  }

  static AgentException refusal(String name) {
    return new AgentException(
        ErrorKind.BAD_REQUEST,
        "the Agora channel is called '"
            + name
            + "'; use 1 to 64 of a-z A-Z 0-9, space and !#$%&()+-:;<=.>?@[]^_{}|~,");
  }
}
