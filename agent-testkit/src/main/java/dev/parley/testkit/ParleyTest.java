package dev.parley.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a test that leaves something behind: a stream that has not ended, a timer that is still
 * set, a session that is not closed, a thread that is still alive, an exception that nobody was
 * told of.
 *
 * <p>Stands on a test class or a test method. Tests may take a {@link SessionChecks} or its {@link
 * ManualClock} as a parameter. Not for tests that run at the same time as others in one JVM:
 * threads are everybody's.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(SessionChecksExtension.class)
public @interface ParleyTest {
  /**
   * Beginnings of the names of threads that may outlive the test; default those that all sessions
   * of a JVM share.
   */
  String[] sharedThreads() default {
    "parley-clock", "ForkJoinPool.commonPool", "junit-", "surefire-"
  };
}
