package dev.parley.stt.assemblyai;

import dev.parley.AgentException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Judges why one session ended. An error message and the close frame after it are one end; the text
 * of the former says more. Used in the stream's context only.
 */
final class EndJudge {
  private final StreamSetup setup;
  private String errorText = "";

  EndJudge(StreamSetup setup) {
    this.setup = setup;
  }

  /** Judges an error message; null: it has no code, which comes with the close frame. */
  @Nullable Verdict of(ServerMessage.Failure failure) {
    errorText = setup.redactor().clean(failure.text());
    Integer code = failure.code();
    return code == null ? null : judged(code, errorText);
  }

  /** Judges the end of the connection. */
  Verdict of(Connection.Ending ending) {
    return ending.status() != 0
        ? CloseCodes.refusedUpgrade(ending.status(), ending.retryAfter())
        : ofClose(ending.code(), setup.redactor().clean(ending.text()));
  }

  /** Judges a close frame, or what stands for one. */
  Verdict ofClose(int code, String reason) {
    return judged(code, errorText.isEmpty() ? reason : errorText);
  }

  private Verdict judged(int code, String text) {
    return CloseCodes.judge(code, text, setup.credentials().renews());
  }

  /** Judges that there is no key or token. */
  Verdict ofNoCredentials(@Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof AgentException known) {
      Verdict.Retry retry = known.isRetryable() ? Verdict.Retry.BACKOFF : Verdict.Retry.NEVER;
      String message = setup.redactor().clean(known.getMessage());
      return new Verdict(0, known.kind(), retry, message, known.retryAfter().orElse(null));
    }
    String name = cause == null ? "nothing given" : cause.getClass().getSimpleName();
    return ofClose(CloseCodes.LOST, "no token: " + name);
  }

  /** Judges that the session did not begin in time. */
  Verdict ofSilence(boolean connected) {
    String what = connected ? "connected, but no Begin came" : "no connection";
    return CloseCodes.noAnswer(what, setup.options().startTimeout());
  }
}
