package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.spi.SttProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsDiscoveryTest {
  @TempDir Path folder;

  @Test
  void whatTheServiceLoaderFindsIsThere() throws IOException {
    list(Good.class.getName());

    var plugins = discover();

    assertThat(plugins.names(PluginKind.STT)).containsExactly("good");
    assertThat(plugins.problems()).isEmpty();
    assertThat(plugins.toString()).isEqualTo("Plugins[1]");
  }

  @Test
  void brokenOnesAreSkippedAndToldAndTheOthersWork() throws IOException {
    compiledForALaterJava(Good.class, "dev/parley/Later");
    list(
        "dev.parley.Missing",
        Throwing.class.getName(),
        Nameless.class.getName(),
        PluginsDiscoveryTest.class.getName(),
        "dev.parley.Later",
        Good.class.getName());

    var plugins = discover();

    assertThat(plugins.names(PluginKind.STT)).containsExactly("good");
    assertThat(plugins.problems()).hasSize(5);
    assertThat(plugins.problems())
        .anyMatch(each -> each.contains("dev.parley.Missing"))
        .anyMatch(each -> each.contains("Throwing") && each.contains("cannot start"))
        .anyMatch(each -> each.contains("Nameless") && each.contains("name()"))
        .anyMatch(each -> each.contains("PluginsDiscoveryTest not a subtype"))
        .anyMatch(each -> each.contains("UnsupportedClassVersionError"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                plugins.choose(PluginKind.STT, Configuration.of(Map.of("PARLEY_STT", "throwing"))))
        .withMessageContaining("cannot start");
  }

  @Test
  void aListThatCannotBeReadAtAllEndsTheSearch() {
    var unreadable =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          public Enumeration<URL> getResources(String name) throws IOException {
            throw new IOException("disk is gone");
          }
        };

    var plugins = Plugins.discover(unreadable);

    assertThat(plugins.names(PluginKind.STT)).isEmpty();
    assertThat(plugins.problems())
        .hasSize(PluginKind.all().size())
        .allMatch(each -> each.contains("disk is gone"));
  }

  @Test
  void twoOfOneNameAreRefusedWithBothClasses() throws IOException {
    list(Good.class.getName(), Twin.class.getName());

    assertThatIllegalArgumentException()
        .isThrownBy(this::discover)
        .withMessageContaining("two STT plugins are called 'good'")
        .withMessageContaining(Good.class.getName() + " in ")
        .withMessageContaining(Twin.class.getName() + " in ");
  }

  private Plugins discover() throws IOException {
    var urls = new URL[] {folder.toUri().toURL()};
    try (var loader = new URLClassLoader(urls, getClass().getClassLoader())) {
      return Plugins.discover(loader);
    }
  }

  private void list(String... classes) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(SttProvider.class.getName()), String.join("\n", classes));
  }

  /** Writes a copy of the class that claims a class file version no virtual machine reads yet. */
  private void compiledForALaterJava(Class<?> type, String name) throws IOException {
    Path target = folder.resolve(name + ".class");
    Files.createDirectories(target.getParent());
    String resource = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(resource)) {
      byte[] bytes = in.readAllBytes();
      bytes[6] = 0x7f;
      Files.write(target, bytes);
    }
  }

  /** Works. */
  public static final class Good extends FakeSttProvider {
    public Good() {
      super("good");
    }
  }

  /** Has the name of another. */
  public static final class Twin extends FakeSttProvider {
    public Twin() {
      super("good");
    }
  }

  /** Cannot be made. */
  public static final class Throwing extends FakeSttProvider {
    public Throwing() {
      super("throwing");
      throw new IllegalStateException("cannot start");
    }
  }

  /** Does not say its name. */
  public static final class Nameless extends FakeSttProvider {
    public Nameless() {
      super(null);
    }
  }
}
