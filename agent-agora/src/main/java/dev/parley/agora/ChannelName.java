package dev.parley.agora;

import java.util.regex.Pattern;

/** What a channel may be called, by the documents of Agora's client SDKs. */
final class ChannelName {
  private static final Pattern FORM =
      Pattern.compile("[a-zA-Z0-9 !#$%&()+\\-:;<=.>?@\\[\\]^_{}|~,]{1,64}");

  private ChannelName() {}

  static String checked(String name) {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the channel is called '"
              + name
              + "'; use 1 to 64 of a-z A-Z 0-9, space and !#$%&()+-:;<=.>?@[]^_{}|~,");
    }
    return name;
  }
}
