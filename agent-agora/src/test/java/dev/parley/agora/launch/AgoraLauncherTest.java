package dev.parley.agora.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding, unpacking and using native libraries, with a made-up SDK. */
class AgoraLauncherTest {
  private static final Platform LINUX = new Platform("Linux", "amd64", false);
  private static final String SDK_CLASS = "io/agora/rtc/AgoraService.class";

  @TempDir Path folder;

  private Path sdk(String... entries) throws IOException {
    Path jar = folder.resolve("linux-java-sdk-4.4.32.202.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        var out = new JarOutputStream(file)) {
      for (String each : entries) {
        out.putNextEntry(new JarEntry(each));
        out.write(("content of " + each).getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return jar;
  }

  private Path wholeSdk() throws IOException {
    return sdk(
        SDK_CLASS,
        "native/linux/x86_64/libagora_rtc_sdk.so",
        "native/linux/x86_64/libbinding.so",
        "native/linux/x86_64/README",
        "native/linux/aarch64/libbinding.so");
  }

  private static URLClassLoader loader(Path jar) throws IOException {
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
  }

  private NativeCache cache() {
    return new NativeCache(folder.resolve("cache"));
  }

  @Test
  void theLibrariesAreUnpackedOnce() throws IOException {
    try (var loader = loader(wholeSdk())) {
      Path natives = AgoraLauncher.nativesFor(loader, LINUX, cache()).orElseThrow();
      try (Stream<Path> files = Files.list(natives)) {
        assertThat(files.map(each -> each.getFileName().toString()))
            .containsExactlyInAnyOrder("libagora_rtc_sdk.so", "libbinding.so");
      }
      assertThat(natives.resolve("libbinding.so"))
          .hasContent("content of native/linux/x86_64/libbinding.so");
      var written = Files.getLastModifiedTime(natives.resolve("libbinding.so"));
      assertThat(AgoraLauncher.nativesFor(loader, LINUX, cache())).contains(natives);
      assertThat(Files.getLastModifiedTime(natives.resolve("libbinding.so"))).isEqualTo(written);
      try (Stream<Path> left = Files.list(folder.resolve("cache"))) {
        assertThat(left).containsExactly(natives);
      }
    }
  }

  @Test
  void aDamagedCacheIsMadeAgain() throws IOException {
    try (var loader = loader(wholeSdk())) {
      Path natives = AgoraLauncher.nativesFor(loader, LINUX, cache()).orElseThrow();
      Files.writeString(natives.resolve("libbinding.so"), "cut");
      AgoraLauncher.nativesFor(loader, LINUX, cache());
      assertThat(natives.resolve("libbinding.so"))
          .hasContent("content of native/linux/x86_64/libbinding.so");
    }
  }

  @Test
  void aMachineWithoutLibrariesIsNamedAndToldWhatToDo() throws IOException {
    try (var loader = loader(wholeSdk())) {
      assertThatThrownBy(
              () ->
                  AgoraLauncher.nativesFor(
                      loader, new Platform("Mac OS X", "aarch64", false), cache()))
          .hasMessageContaining("Mac OS X on aarch64")
          .hasMessageContaining("container");
      assertThatThrownBy(
              () ->
                  AgoraLauncher.nativesFor(
                      loader, new Platform("Linux", "aarch64", false), cache()))
          .hasMessageContaining("x86-64 machine");
      assertThatThrownBy(
              () -> AgoraLauncher.nativesFor(loader, new Platform("Linux", "amd64", true), cache()))
          .hasMessageContaining("musl");
    }
  }

  @Test
  void anSdkWithoutLibrariesIsNamed() throws IOException {
    Path jar = sdk(SDK_CLASS);
    try (var loader = loader(jar)) {
      assertThatThrownBy(() -> AgoraLauncher.nativesFor(loader, LINUX, cache()))
          .hasMessageContaining(jar.toString())
          .hasMessageContaining("native/linux/x86_64/");
    }
  }

  @Test
  void theSimulatorNeedsNoLibraries() throws InterruptedException {
    assertThat(AgoraLauncher.relaunch(AgoraLauncherTest.class)).isEmpty();
  }

  @Test
  void aPathThatIsSetAlreadyNeedsNoSecondJvm() {
    Path natives = folder.resolve("natives");
    assertThat(AgoraLauncher.isOnPath(natives, Map.of("LD_LIBRARY_PATH", "/usr/lib:" + natives)))
        .isTrue();
    assertThat(AgoraLauncher.isOnPath(natives, Map.of())).isFalse();
  }

  @Test
  void theSecondJvmHasThePathTheClassesAndTheArguments() throws Exception {
    Path out = folder.resolve("out.txt");
    Process child =
        ChildJvm.of(
                folder.resolve("natives"),
                AgoraLauncherTest.class.getClassLoader(),
                List.of("-Dsome=option", "-agentlib:jdwp=none", "-javaagent:no.jar"),
                ShowsItsSurroundings.class.getName(),
                "--channel",
                "two words")
            .redirectOutput(out.toFile())
            .start();
    assertThat(child.waitFor()).isEqualTo(3);
    assertThat(Files.readAllLines(out))
        .containsExactly(folder.resolve("natives").toString(), "option", "--channel", "two words");
  }
}
