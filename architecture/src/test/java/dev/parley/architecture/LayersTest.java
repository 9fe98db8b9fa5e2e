package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom. */
class LayersTest {
  private static final DescribedPredicate<JavaClass> CORE =
      resideInAnyPackage(Parley.API).or(resideInAPackage(Parley.INTERNAL));

  /** A part of the engine can only be measured by itself where it can be seen by itself. */
  private static final DescribedPredicate<JavaClass> MEASURES_PARTS =
      resideInAPackage("dev.parley.benchmarks.jmh..");

  @Test
  void everyClassLivesInAPackageThatTheseRulesKnow() {
    classes()
        .should()
        .resideInAnyPackage(
            Stream.of(
                    Stream.of(Parley.API),
                    Stream.of(
                        Parley.INTERNAL,
                        Parley.TESTKIT,
                        Parley.TEST_BROWSER,
                        Parley.SAMPLES,
                        Parley.BENCHMARKS),
                    Stream.of(Parley.AGORA_SIMULATOR, Parley.AGORA_SDK),
                    Parley.PLUGINS.stream())
                .flatMap(each -> each)
                .toArray(String[]::new))
        .because("a module that these rules do not know would keep none of them")
        .check(Parley.CLASSES);
  }

  @Test
  void onlyTheCoreKnowsItsInternals() {
    noClasses()
        .that(not(CORE).as("live outside the core"))
        .and(not(MEASURES_PARTS).as("do not measure its parts"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(Parley.INTERNAL)
        // Nothing but the core exists in a build of the core alone.
        .allowEmptyShould(!Parley.exists(Parley.TESTKIT))
        .check(Parley.CLASSES);
  }

  @Test
  void theCoreKnowsNothingButItselfAndTheJdk() {
    classes()
        .that(CORE)
        .should()
        .onlyDependOnClassesThat(
            CORE.or(
                resideInAnyPackage("java..", "javax..", "org.apiguardian.api", "org.jspecify..")))
        .check(Parley.CLASSES);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("plugins")
  void aPluginKnowsTheCoreAndNothingElseOfOurs(String plugin) {
    classes()
        .that()
        .resideInAPackage(plugin)
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage(plugin)
                .or(resideInAnyPackage(Parley.API))
                .or(not(resideInAPackage("dev.parley.."))))
        .check(Parley.CLASSES);
  }

  @Test
  void nothingKnowsTheSamples() {
    noClasses()
        .that()
        .resideOutsideOfPackage(Parley.SAMPLES)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(Parley.SAMPLES)
        .check(Parley.CLASSES);
  }

  @Test
  void theRoomsOfTheEngineFormNoCycle() {
    slices().matching("dev.parley.internal.(*)..").should().beFreeOfCycles().check(Parley.CLASSES);
  }

  @Test
  void audioKnowsNeitherPluginsNorEngine() {
    noClasses()
        .that()
        .resideInAPackage("dev.parley.audio")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.parley.spi", Parley.INTERNAL)
        .check(Parley.CLASSES);
  }

  /** The test kit counts as a plugin: it is published, and sees what users see. */
  static Stream<String> plugins() {
    return Stream.concat(Parley.PLUGINS.stream(), Stream.of(Parley.TESTKIT)).filter(Parley::exists);
  }
}
