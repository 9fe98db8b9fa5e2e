package dev.parley.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The compiled main classes of all modules, and the packages they may live in. */
final class Parley {
  /** What applications and plugins may use. */
  static final String[] API = {"dev.parley", "dev.parley.audio", "dev.parley.spi"};

  static final String INTERNAL = "dev.parley.internal..";
  static final String SAMPLES = "dev.parley.samples..";

  /** One package a module. None of them may know another. */
  static final List<String> PLUGINS =
      List.of(
          "dev.parley.agora",
          "dev.parley.agora.launch",
          "dev.parley.brain.langchain4j..",
          "dev.parley.local..",
          "dev.parley.stt.assemblyai..",
          "dev.parley.tts..",
          "dev.parley.web..");

  static final String TESTKIT = "dev.parley.testkit..";

  /** Drives a browser for the tests of this build; not published. */
  static final String TEST_BROWSER = "dev.parley.testbrowser..";

  /** The Agora SDK's classes over channels in memory; not published. */
  static final String AGORA_SIMULATOR = "dev.parley.agora.simulator..";

  /** The vendor's names, which the simulator carries. */
  static final String AGORA_SDK = "io.agora.rtc..";

  /** Measures the others; not published. */
  static final String BENCHMARKS = "dev.parley.benchmarks..";

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** The folders of the modules, as the parent POM lists them. */
  static final List<String> MODULES = namesIn("pom.xml", "<module>([^<]+)</module>");

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPaths(MODULES.stream().map(Parley::classesOf).filter(Files::isDirectory).toList());

  private Parley() {}

  /** Classes and their nested classes of a program that people start from a command line. */
  static DescribedPredicate<JavaClass> commands() {
    return DescribedPredicate.describe(
        "are commands", each -> topLevel(each).getSimpleName().endsWith("Command"));
  }

  static JavaClass topLevel(JavaClass nested) {
    return nested.getEnclosingClass().map(Parley::topLevel).orElse(nested);
  }

  /** Returns whether any class has been imported that lives there. */
  static boolean exists(String packageIdentifier) {
    return CLASSES.stream().anyMatch(JavaClass.Predicates.resideInAPackage(packageIdentifier));
  }

  /** Where the main classes of a module are. */
  static Path classesOf(String module) {
    return ROOT.resolve(module).resolve("target/classes");
  }

  /** Returns the first group of every match in a file of the repository. */
  static List<String> namesIn(String file, String pattern) {
    try {
      String text = Files.readString(ROOT.resolve(file));
      return Pattern.compile(pattern).matcher(text).results().map(each -> each.group(1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
