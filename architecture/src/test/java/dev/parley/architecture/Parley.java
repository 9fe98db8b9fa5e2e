package dev.parley.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The compiled main classes of all modules, and the packages they may live in. */
final class Parley {
  /** What applications and plugins may use. */
  static final String[] API = {"dev.parley", "dev.parley.audio", "dev.parley.spi"};

  static final String INTERNAL = "dev.parley.internal..";
  static final String SAMPLES = "dev.parley.samples..";

  /** One package a module. None of them may know another. */
  static final List<String> PLUGINS =
      List.of(
          "dev.parley.agora..",
          "dev.parley.brain.langchain4j..",
          "dev.parley.local..",
          "dev.parley.stt.assemblyai..",
          "dev.parley.tts..",
          "dev.parley.web..");

  static final String TESTKIT = "dev.parley.testkit..";

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.parley");

  private Parley() {}

  /** Classes and their nested classes of a program that people start from a command line. */
  static DescribedPredicate<JavaClass> commands() {
    return DescribedPredicate.describe(
        "commands", each -> topLevel(each).getSimpleName().endsWith("Command"));
  }

  static JavaClass topLevel(JavaClass nested) {
    return nested.getEnclosingClass().map(Parley::topLevel).orElse(nested);
  }

  /** Returns whether any class has been imported that lives there. */
  static boolean exists(String packageIdentifier) {
    return CLASSES.stream().anyMatch(JavaClass.Predicates.resideInAPackage(packageIdentifier));
  }
}
