package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontDoorTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Path PAGE = Path.of("src/main/resources/dev/parley/web/page");

  private final WebTransport transport = WebTransport.builder().port(0).build();

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void thePageComesWithHeadersThatLetNothingElseIn() throws Exception {
    HttpResponse<String> page = get("");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<title>Parley</title>");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self'");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void everyFileOfThePageIsServedAndAskedForAgainOnlyWhenItChanged() throws Exception {
    for (String file : files()) {
      HttpResponse<String> first = get(file);
      assertThat(first.statusCode()).as(file).isEqualTo(200);
      String tag = first.headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> second = send(request(file).header("If-None-Match", tag).build());
      assertThat(second.statusCode()).as(file).isEqualTo(304);
    }
  }

  /** The page must work without a network: nothing in it may come from elsewhere. */
  @Test
  void thePageNamesNoOtherServer() throws Exception {
    for (String file : files()) {
      assertThat(Files.readString(PAGE.resolve(file)).replace("http://www.w3.org/2000/svg", ""))
          .as(file)
          .doesNotContain("http://")
          .doesNotContain("https://");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "js/",
        "css",
        "nothing.html",
        "%2e%2e/WebServer.class",
        "js/../../WebServer.class"
      })
  void nothingElseIsServed(String path) throws Exception {
    assertThat(get(path).statusCode()).isBetween(400, 404);
    assertThat(get(path).body()).doesNotContain("jetty").hasLineCount(1);
  }

  @Test
  void otherMethodsAreRefused() throws Exception {
    HttpResponse<String> answer =
        send(request("").POST(HttpRequest.BodyPublishers.ofString("x")).build());
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.body()).isEqualTo("Here are pages to GET only.\n");
  }

  @Test
  void aPageFromElsewhereIsRefused() throws Exception {
    String answer = raw("Host: localhost:%d\r\nOrigin: https://example.com");
    assertThat(answer).startsWith("HTTP/1.1 403").contains("A page from elsewhere asked");
  }

  @Test
  void itsOwnPageIsLetIn() throws Exception {
    assertThat(raw("Host: localhost:%1$d\r\nOrigin: http://localhost:%1$d"))
        .startsWith("HTTP/1.1 101");
    assertThat(raw("Host: [::1]:%1$d\r\nOrigin: http://[::1]:%1$d")).startsWith("HTTP/1.1 101");
  }

  @Test
  void aForeignNameForThisMachineIsRefused() throws Exception {
    String answer = raw("Host: evil.example:%1$d\r\nOrigin: http://evil.example:%1$d");
    assertThat(answer).startsWith("HTTP/1.1 403").contains("This server answers to localhost only");
  }

  @Test
  void rubbishInsteadOfARequestIsAnsweredInOneLine() throws Exception {
    assertThat(exchange("\u0001\u0002 rubbish\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .doesNotContain("<");
  }

  @Test
  void anyOtherHostNeedsTheToken() throws Exception {
    try (WebTransport open = WebTransport.builder().host("0.0.0.0").port(0).build()) {
      ScriptedAgent.in(open, "parley");
      String link = open.link().toString();
      assertThat(link).matches("http://[^/]+:\\d+/\\?token=[A-Za-z0-9_-]{24}");
      String token = link.substring(link.indexOf("token=") + 6);

      for (String wrong : new String[] {"", ",\"token\":\"" + "x".repeat(24) + "\""}) {
        PageClient page = PageClient.connect(open);
        page.send("{\"type\":\"hello\",\"version\":1" + wrong + "}");
        assertThat(page.closed())
            .isEqualTo(
                "4001 The link lacks the right token; open the whole link that the program shows.");
      }
      try (PageClient page = PageClient.connect(open)) {
        page.send("{\"type\":\"hello\",\"version\":1,\"token\":\"" + token + "\"}");
        page.await("welcome");
      }
      assertThat(open.toString()).doesNotContain(token);
    }
  }

  private String[] files() throws IOException {
    try (Stream<Path> all = Files.walk(PAGE)) {
      return all.filter(Files::isRegularFile)
          .map(each -> PAGE.relativize(each).toString())
          .toArray(String[]::new);
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + transport.link().getPort() + "/" + path));
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Asks for the WebSocket with these headers, in which {@code %d} is the port. */
  private String raw(String headers) throws IOException {
    return exchange(
        """
        GET /ws HTTP/1.1
        %s
        Connection: Upgrade
        Upgrade: websocket
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

        """
            .formatted(headers.formatted(transport.link().getPort()))
            .replaceAll("\r?\n", "\r\n"));
  }

  /** The first that is answered. */
  private String exchange(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), transport.link().getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      var answer = new byte[4_096];
      int length = socket.getInputStream().read(answer);
      int more = socket.getInputStream().available();
      length += more > 0 ? socket.getInputStream().read(answer, length, more) : 0;
      return new String(answer, 0, length, StandardCharsets.UTF_8);
    }
  }
}
