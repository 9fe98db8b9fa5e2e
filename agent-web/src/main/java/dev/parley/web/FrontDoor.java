package dev.parley.web;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Lets only requests in that this server's own page, or a program, can have made. Thread-safe. */
final class FrontDoor extends Handler.Wrapper {
  private static final Set<String> LOOPBACK_NAMES =
      Set.of("localhost", "127.0.0.1", "[::1]", "0:0:0:0:0:0:0:1");

  /** Nothing from elsewhere, nothing inline, no framing; the microphone for this page only. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                  + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "Permissions-Policy", "microphone=(self), camera=(), geolocation=(), autoplay=(self)",
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin");

  private final WebOptions options;
  private final boolean loopbackOnly;

  FrontDoor(Handler inside, WebOptions options) {
    super(inside);
    this.options = options;
    this.loopbackOnly = options.isLoopback() && options.token() == null;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HEADERS.forEach((name, value) -> response.getHeaders().put(new HttpField(name, value)));
    String refusal = refusal(request);
    if (refusal != null) {
      Plain.answer(response, callback, HttpStatus.FORBIDDEN_403, refusal);
      return true;
    }
    return super.handle(request, response, callback);
  }

  private @Nullable String refusal(Request request) {
    String host = request.getHeaders().get(HttpHeader.HOST);
    if (loopbackOnly && !isOurName(host)) {
      // A foreign name that resolves to this machine would make any web site "the same origin".
      return "This server answers to localhost only; start it with a host and open the link it shows.";
    }
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (origin != null && !isSame(origin, host)) {
      return "A page from elsewhere asked; only this server's own page may.";
    }
    return null;
  }

  private boolean isOurName(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String name = host.replaceFirst(":\\d+$", "");
    return LOOPBACK_NAMES.contains(name) || name.equals(options.host());
  }

  private static boolean isSame(String origin, @Nullable String host) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }
}
