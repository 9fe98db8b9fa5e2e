package dev.parley.agora.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The machine, as far as the SDK's native libraries care.
 *
 * @param os the system property {@code os.name}
 * @param architecture the system property {@code os.arch}
 * @param musl whether the C library is musl, as in Alpine Linux, instead of glibc
 */
record Platform(String os, String architecture, boolean musl) {
  private static final Path MUSL = Path.of("/lib/ld-musl-x86_64.so.1");
  private static final Path GLIBC = Path.of("/lib64/ld-linux-x86-64.so.2");

  static Platform current() {
    return new Platform(
        System.getProperty("os.name", ""),
        System.getProperty("os.arch", ""),
        Files.exists(MUSL) && !Files.exists(GLIBC));
  }

  /** Why the SDK cannot run here, in a sentence; empty when it can. */
  Optional<String> obstacle() {
    String machine = os + " on " + architecture;
    if (!os.toLowerCase(Locale.ROOT).startsWith("linux")) {
      return Optional.of(
          "the Agora SDK has native libraries for Linux on x86-64 only, and this is "
              + machine
              + "; run it in a Linux container or virtual machine, or build without -Pagora-sdk for"
              + " the simulator");
    }
    if (!architecture.equals("amd64") && !architecture.equals("x86_64")) {
      return Optional.of(
          "the Agora SDK has native libraries for Linux on x86-64 only, and this is "
              + machine
              + "; use an x86-64 machine and an x86-64 Java");
    }
    if (musl) {
      return Optional.of(
          "the Agora SDK needs glibc 2.27 or later, and this Linux has musl; use a distribution"
              + " such as Debian, Ubuntu or Fedora");
    }
    return Optional.empty();
  }
}
