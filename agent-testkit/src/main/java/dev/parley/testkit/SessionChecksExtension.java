package dev.parley.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Looks around before and after each {@link ParleyTest}. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SessionChecksExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SessionChecksExtension.class);

  /** For JUnit. */
  public SessionChecksExtension() {}

  private static SessionChecks checksOf(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(SessionChecks.class, key -> new SessionChecks(), SessionChecks.class);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(NAMESPACE).put(ThreadWatch.class, ThreadWatch.begin());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    ThreadWatch threads = context.getStore(NAMESPACE).remove(ThreadWatch.class, ThreadWatch.class);
    var left = new ArrayList<String>();
    try {
      left.addAll(checksOf(context).leftBehind());
    } finally {
      left.addAll(threads == null ? List.of() : threads.end(sharedThreads(context)));
    }
    if (!left.isEmpty()) {
      throw new AssertionError(
          "the test has left something behind:\n  " + String.join("\n  ", left));
    }
  }

  private static List<String> sharedThreads(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), ParleyTest.class)
        .or(() -> AnnotationSupport.findAnnotation(context.getTestClass(), ParleyTest.class))
        .map(test -> Arrays.asList(test.sharedThreads()))
        .orElse(List.of());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == SessionChecks.class || type == ManualClock.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    SessionChecks checks = checksOf(context);
    return parameter.getParameter().getType() == ManualClock.class ? checks.clock() : checks;
  }
}
