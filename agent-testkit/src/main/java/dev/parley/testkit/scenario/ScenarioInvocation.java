package dev.parley.testkit.scenario;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** The test of one file. */
final class ScenarioInvocation
    implements TestTemplateInvocationContext, ParameterResolver, BeforeTestExecutionCallback {
  private final Path root;
  private final Path file;
  private final ScenarioRunner runner;
  private @Nullable ScenarioResult result;

  ScenarioInvocation(Path root, Path file, ScenarioRunner runner) {
    this.root = root;
    this.file = file;
    this.runner = runner;
  }

  @Override
  public String getDisplayName(int index) {
    return root.equals(file)
        ? String.valueOf(file.getFileName())
        : root.relativize(file).toString();
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(this);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ScenarioResult.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return result();
  }

  private ScenarioResult result() {
    if (result == null) {
      result = runner.run(new ScenarioReader().read(file));
    }
    return result;
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    ScenarioResult played = result();
    if (!played.passed()) {
      throw new AssertionError(played.scenario() + "\n" + played.report());
    }
  }
}
