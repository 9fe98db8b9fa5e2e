package dev.parley.brain.langchain4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.JsonException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Says in Parley's words what went wrong with a model.
 *
 * <p>Of a vendor's answer only short codes are told: its text may repeat what people said, and so
 * the exceptions that hold it are not kept as causes.
 */
final class Failures {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_CODE = 60;
  private static final int DEEPEST = 10;

  private static final Map<Class<? extends Throwable>, ErrorKind> KINDS =
      Map.ofEntries(
          Map.entry(AuthenticationException.class, ErrorKind.AUTHENTICATION),
          Map.entry(RateLimitException.class, ErrorKind.RATE_LIMITED),
          Map.entry(InvalidRequestException.class, ErrorKind.BAD_REQUEST),
          Map.entry(ModelNotFoundException.class, ErrorKind.BAD_REQUEST),
          Map.entry(ContentFilteredException.class, ErrorKind.BAD_REQUEST),
          Map.entry(UnsupportedFeatureException.class, ErrorKind.BAD_REQUEST),
          Map.entry(TimeoutException.class, ErrorKind.TIMEOUT),
          Map.entry(InternalServerException.class, ErrorKind.SERVER),
          Map.entry(UnresolvedModelServerException.class, ErrorKind.NETWORK),
          Map.entry(UnresolvedAddressException.class, ErrorKind.NETWORK),
          Map.entry(JsonException.class, ErrorKind.PROTOCOL),
          Map.entry(JsonProcessingException.class, ErrorKind.PROTOCOL),
          Map.entry(IOException.class, ErrorKind.NETWORK));

  /** How a server answers that has no models, or has them at another path. */
  private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308, 404, 405, 410);

  private static final List<Class<? extends Throwable>> NOT_THERE =
      List.of(
          ConnectException.class,
          UnknownHostException.class,
          UnresolvedAddressException.class,
          SSLException.class);

  private static final Pattern STATUS = Pattern.compile("\\b[45]\\d\\d\\b");

  /** Words in codes of errors that came without a status, the first that is found counts. */
  private static final Map<Pattern, ErrorKind> CODES = codes();

  private Failures() {}

  private static Map<Pattern, ErrorKind> codes() {
    Map<Pattern, ErrorKind> codes = new LinkedHashMap<>();
    codes.put(Pattern.compile("(?i)quota|billing|credit"), ErrorKind.QUOTA);
    codes.put(Pattern.compile("(?i)rate_?limit|too_many"), ErrorKind.RATE_LIMITED);
    codes.put(Pattern.compile("(?i)api_key|authentic|permission"), ErrorKind.AUTHENTICATION);
    codes.put(Pattern.compile("(?i)overload|server|unavailable|internal"), ErrorKind.SERVER);
    codes.put(Pattern.compile("(?i)time_?out"), ErrorKind.TIMEOUT);
    codes.put(
        Pattern.compile("(?i)invalid|not_found|context_length|BadRequest|content_filter"),
        ErrorKind.BAD_REQUEST);
    return codes;
  }

  static AgentException of(Throwable failure) {
    List<Throwable> chain = chain(failure);
    for (Throwable each : chain) {
      if (each instanceof AgentException known) {
        return known;
      }
    }
    for (Throwable each : chain) {
      if (each instanceof HttpException answer) {
        return ofStatus(answer);
      }
    }
    for (Throwable each : chain) {
      ErrorKind kind = kind(each);
      if (kind != null) {
        return new AgentException(kind, "the model failed with " + name(each) + advice(chain));
      }
    }
    return new AgentException(
        ErrorKind.INTERNAL, "the model's client failed with " + name(failure), failure);
  }

  /** What an event of a stream tells that begins well and is an error all the same. */
  static AgentException inStream(String body) {
    String codes = codes(body);
    ErrorKind kind = kindOfCodes(codes);
    return new AgentException(
        kind, "the model's server told of an error in its answer" + codes + advice(kind));
  }

  /** A server's reason to finish that is none. */
  static AgentException brokenOff(String reason) {
    return new AgentException(
        ErrorKind.SERVER, "the model's server broke its answer off with the reason " + reason);
  }

  /** An answer of status 200 that is no stream of events. */
  static AgentException noStream(String type, String body) {
    String codes = codes(body);
    if (!codes.isEmpty()) {
      return inStream(body);
    }
    return new AgentException(
        ErrorKind.PROTOCOL,
        "the model's server answered with "
            + type
            + " instead of a stream of events; check the base URL, and that the server streams");
  }

  private static String advice(List<Throwable> chain) {
    return chain.stream()
            .anyMatch(each -> NOT_THERE.stream().anyMatch(type -> type.isInstance(each)))
        ? "; check the base URL, and that its server runs"
        : "";
  }

  private static ErrorKind kindOfCodes(String codes) {
    Matcher status = STATUS.matcher(codes);
    if (status.find()) {
      return kindOfStatus(Integer.parseInt(status.group()), codes);
    }
    return CODES.entrySet().stream()
        .filter(each -> each.getKey().matcher(codes).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(ErrorKind.SERVER);
  }

  private static List<Throwable> chain(Throwable failure) {
    return java.util.stream.Stream.iterate(failure, each -> each != null, Throwable::getCause)
        .limit(DEEPEST)
        .toList();
  }

  private static String name(Throwable failure) {
    return failure.getClass().getSimpleName();
  }

  private static @Nullable ErrorKind kind(Throwable failure) {
    for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
      ErrorKind kind = KINDS.get(type);
      if (kind != null) {
        return kind;
      }
    }
    return null;
  }

  private static AgentException ofStatus(HttpException answer) {
    String codes = codes(answer.getMessage());
    ErrorKind kind = kindOfStatus(answer.statusCode(), codes);
    Duration pause = answer instanceof AnsweredWithError error ? error.retryAfter() : null;
    String message = "the model's server answered with status " + answer.statusCode() + codes;
    boolean elsewhere = codes.isEmpty() && ELSEWHERE.contains(answer.statusCode());
    String advice = elsewhere ? "; check the base URL" : advice(kind);
    return new AgentException(kind, message + advice, null, kind.isRetryable(), pause);
  }

  private static ErrorKind kindOfStatus(int status, String codes) {
    return switch (status) {
      case 401, 403 -> ErrorKind.AUTHENTICATION;
      case 402 -> ErrorKind.QUOTA;
      case 408, 504 -> ErrorKind.TIMEOUT;
      case 429 -> codes.contains("insufficient_quota") ? ErrorKind.QUOTA : ErrorKind.RATE_LIMITED;
      default -> status >= 500 ? ErrorKind.SERVER : ErrorKind.BAD_REQUEST;
    };
  }

  private static String advice(ErrorKind kind) {
    return switch (kind) {
      case AUTHENTICATION -> "; check the API key and what it may use";
      case QUOTA -> "; the account has nothing left to spend";
      case BAD_REQUEST -> "; check the model's name and parameters";
      default -> "";
    };
  }

  /** The short codes in a vendor's answer: {@code " (invalid_request_error, model_not_found)"}. */
  private static String codes(@Nullable String body) {
    if (body == null || !body.strip().startsWith("{")) {
      return "";
    }
    try {
      JsonNode error = JSON.readTree(body).path("error");
      String joined =
          java.util.stream.Stream.of("type", "code")
              .map(each -> error.path(each).asText(""))
              .filter(each -> each.matches("[A-Za-z0-9_.-]{1," + LONGEST_CODE + "}"))
              .distinct()
              .collect(java.util.stream.Collectors.joining(", "));
      return joined.isEmpty() ? "" : " (" + joined + ")";
    } catch (JsonProcessingException unreadable) {
      return "";
    }
  }
}
