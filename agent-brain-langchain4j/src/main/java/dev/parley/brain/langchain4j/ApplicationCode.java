package dev.parley.brain.langchain4j;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import java.util.function.Supplier;

/**
 * Calls the application's functions and guardrails. When one fails, that is told with its name and
 * the exception's class, never with the exception's text, which may repeat what people said.
 */
final class ApplicationCode {
  private ApplicationCode() {}

  /**
   * Calls it.
   *
   * @param part what it is for, such as {@code "the input guardrail"}
   * @param code whose class is named
   */
  static <T> T call(String part, Object code, Supplier<T> call) {
    String name = part + " " + code.getClass().getName();
    T result;
    try {
      result = call.get();
    } catch (RuntimeException | Error failure) { // the edge of the application's code
      throw Failures.ofApplication(name, failure);
    }
    if (result == null) {
      throw new AgentException(ErrorKind.INTERNAL, name + " returned null, must return a value");
    }
    return result;
  }
}
