package dev.parley.web;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Room names, and the links in which people pass them on. */
final class RoomLink {
  private static final Pattern ROOM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");

  private RoomLink() {}

  /** Whether a link can name this room. */
  static boolean isRoom(String name) {
    return ROOM.matcher(name).matches();
  }

  /** Returns the name. @throws IllegalArgumentException when a link cannot name this room */
  static String checked(String name) {
    if (!isRoom(name)) {
      throw new IllegalArgumentException(
          "the room is called '" + name + "'; use 1 to 64 letters, digits, blanks and . _ -");
    }
    return name;
  }

  /** Returns the link to a room on a server that listens on this port. */
  static URI of(WebOptions options, int port, String room) {
    var link = new StringBuilder("http://").append(shownHost(options)).append(':').append(port);
    char separator = '?';
    link.append('/');
    if (!checked(room).equals(options.defaultRoom())) {
      link.append(separator).append("room=").append(encoded(room));
      separator = '&';
    }
    if (options.token() != null) {
      link.append(separator).append("token=").append(options.token());
    }
    return URI.create(link.toString());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String shownHost(WebOptions options) {
    if (options.isLoopback()) {
      return "localhost";
    }
    try {
      InetAddress address = InetAddress.getByName(options.host());
      return address.isAnyLocalAddress() ? thisMachine() : options.host();
    } catch (UnknownHostException | SocketException e) {
      return options.host();
    }
  }

  /** An address of this machine that others on the network can use, if there is one. */
  private static String thisMachine() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(each -> each.isSiteLocalAddress() && !each.isLoopbackAddress())
        .map(InetAddress::getHostAddress)
        .findFirst()
        .orElse("localhost");
  }
}
