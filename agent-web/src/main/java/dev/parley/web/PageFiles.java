package dev.parley.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Serves the page: these files, and nothing else. Thread-safe. */
final class PageFiles extends Handler.Abstract {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml");

  private static final int TAG_BYTES = 8;

  private final Map<String, PageFile> files =
      Stream.of(
              "index.html",
              "flags.svg",
              "icon.svg",
              "css/base.css",
              "css/conversation.css",
              "css/stage.css",
              "js/capture-worklet.js",
              "js/capture.js",
              "js/conversation.js",
              "js/dom.js",
              "js/halo.js",
              "js/latency.js",
              "js/link.js",
              "js/main.js",
              "js/people.js",
              "js/playback-worklet.js",
              "js/playback.js",
              "js/problems.js",
              "js/stage.js",
              "js/talk.js",
              "js/transcript.js")
          .collect(Collectors.toMap(Function.identity(), PageFiles::load));

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request).substring(1);
    PageFile file = files.get(path.isEmpty() ? "index.html" : path);
    String method = request.getMethod();
    if (!HttpMethod.GET.is(method) && !HttpMethod.HEAD.is(method)) {
      Plain.answer(
          response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "Here are pages to GET only.");
    } else if (file == null) {
      Plain.answer(
          response, callback, HttpStatus.NOT_FOUND_404, "There is no such page; the talk is at /.");
    } else {
      file.answer(request, response, callback);
    }
    return true;
  }

  private static PageFile load(String path) {
    try (InputStream in = PageFiles.class.getResourceAsStream("page/" + path)) {
      if (in == null) {
        throw new IllegalStateException("the page's file " + path + " is missing from the jar");
      }
      byte[] content = in.readAllBytes();
      String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "");
      return new PageFile(type, ByteBuffer.wrap(content).asReadOnlyBuffer(), tag(content));
    } catch (IOException e) {
      throw new UncheckedIOException("the page's file " + path + " cannot be read", e);
    }
  }

  private static String tag(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private record PageFile(String type, ByteBuffer content, String tag) {
    void answer(Request request, Response response, Callback callback) {
      response.getHeaders().put(HttpHeader.ETAG, tag);
      // Asks each time, so that a new version of the page is never mixed with an old one.
      response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
      if (tag.equals(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
        response.setStatus(HttpStatus.NOT_MODIFIED_304);
        response.write(true, ByteBuffer.allocate(0), callback);
        return;
      }
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.remaining());
      boolean head = HttpMethod.HEAD.is(request.getMethod());
      response.write(true, head ? ByteBuffer.allocate(0) : content.slice(), callback);
    }
  }
}
