package dev.parley.testkit.scenario;

import java.lang.reflect.Constructor;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the files of a {@link ScenarioTest}. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ScenarioTemplate implements TestTemplateInvocationContextProvider {
  /** For JUnit. */
  public ScenarioTemplate() {}

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getRequiredTestMethod(), ScenarioTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    ScenarioTest test =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), ScenarioTest.class)
            .orElseThrow();
    ScenarioRunner runner = new ScenarioRunner().with(newAgent(test.agent())::change);
    Path root = resolve(test.value(), context.getRequiredTestClass());
    List<Path> files = ScenarioFiles.named(root.toString());
    return files.stream().map(file -> new ScenarioInvocation(root, file, runner));
  }

  private static ScenarioAgent newAgent(Class<? extends ScenarioAgent> type) {
    try {
      Constructor<? extends ScenarioAgent> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          type.getName() + " cannot be made; it needs a constructor without parameters", e);
    }
  }

  /** A folder beside the tests' classes is found wherever the tests are run from. */
  private static Path resolve(String name, Class<?> test) {
    if (Files.exists(Path.of(name))) {
      return Path.of(name);
    }
    URL resource = test.getResource("/" + name);
    return resource == null ? Path.of(name) : fileOf(resource);
  }

  private static Path fileOf(URL resource) {
    if (!resource.getProtocol().equals("file")) {
      throw new IllegalArgumentException(
          resource + " is no folder of files; scenarios in jars cannot be run, unpack them");
    }
    try {
      return Path.of(resource.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(resource + " is no file", e);
    }
  }
}
