package dev.parley.agora;

/** What the tests of this package have in common. */
final class TestRooms {
  static final String APP_ID = "0123456789abcdef0123456789abcdef";
  static final String CERTIFICATE = "fedcba9876543210fedcba9876543210";

  private TestRooms() {}

  static AgoraTransport.Builder transport() {
    return AgoraTransport.builder(APP_ID);
  }
}
