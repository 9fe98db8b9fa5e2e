package dev.parley.testkit.scenario;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a JUnit test of every scenario file in a folder and below it.
 *
 * <pre>{@code
 * class MyAgentTest {
 *   @ScenarioTest("scenarios")
 *   void talksAsWritten() {}
 * }
 * }</pre>
 *
 * <p>A test fails with the report of what differed. The method's body runs after the scenario, once
 * for each; it may take the {@link ScenarioResult} as a parameter to look further.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(ScenarioTemplate.class)
public @interface ScenarioTest {
  /**
   * The folder, a file or a pattern: on the class path, or from the working directory of the tests
   * on.
   */
  String value();

  /** What to change in the agent of every file before it starts; default nothing. */
  Class<? extends ScenarioAgent> agent() default AgentAsWritten.class;
}
