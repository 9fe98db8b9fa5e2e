package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What no class may do, wherever it lives. */
class HouseRulesTest {
  private static final Set<String> CLOCK_NAMES =
      Set.of(
          "dev.parley.internal.time.SystemClock",
          "dev.parley.agora.simulator.time.RealTime",
          "dev.parley.agora.simulator.strict.Stopwatch");
  private static final DescribedPredicate<JavaClass> CLOCK =
      describe("the clock", each -> CLOCK_NAMES.contains(Parley.topLevel(each).getName()));

  private static final Set<String> SYSTEM_TIME = Set.of("nanoTime", "currentTimeMillis");

  private static final DescribedPredicate<JavaClass> LIBRARY =
      not(resideInAPackage(Parley.SAMPLES)).as("live outside the samples");

  /** Programs that measure: the machine's time is their subject, and their results are printed. */
  private static final DescribedPredicate<JavaClass> BENCHMARK =
      resideInAPackage(Parley.BENCHMARKS).as("measure");

  @Test
  void onlyTheClockReadsTheSystemsTimeOrWaits() {
    noClasses()
        .that(LIBRARY)
        .and(not(CLOCK).as("are not the clock"))
        .and(not(BENCHMARK).as("do not measure"))
        .should()
        .accessTargetWhere(
            describe("the target reads the time or sleeps", HouseRulesTest::readsTime))
        .because("under a manual clock a conversation must give the same result every time")
        .check(Parley.CLASSES);
  }

  @Test
  void nothingPrintsButCommandsAndSamples() {
    noClasses()
        .that(LIBRARY)
        .and(not(Parley.commands()).as("are no commands"))
        .and(not(BENCHMARK).as("do not measure"))
        .should(ACCESS_STANDARD_STREAMS)
        .orShould()
        .callMethodWhere(describe("it prints a stack trace", HouseRulesTest::printsStackTrace))
        .check(Parley.CLASSES);
  }

  @Test
  void logsGoThroughSystemLogger() {
    noClasses()
        .that(LIBRARY)
        .and()
        .doNotHaveFullyQualifiedName("dev.parley.local.stream.VendorLogs") // silences vendors
        .and()
        .haveNameNotMatching("dev\\.parley\\.testkit\\.SecretWatch(\\$.*)?") // reads, never logs
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging", "org.slf4j..")
        .because("a library leaves the choice of the logging framework to the application")
        .check(Parley.CLASSES);
  }

  @Test
  void everyPublicTypeOfTheApiSaysHowStableItIs() {
    classes()
        .that()
        .resideInAnyPackage(Parley.API)
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .should()
        .beAnnotatedWith(API.class)
        .check(Parley.CLASSES);
  }

  private static boolean printsStackTrace(JavaMethodCall call) {
    return call.getName().equals("printStackTrace")
        && call.getTarget().getRawParameterTypes().isEmpty();
  }

  private static boolean readsTime(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    JavaClass owner = target.getOwner();
    if (!(target instanceof CodeUnitAccessTarget codeUnit)) {
      return false;
    }
    String name = codeUnit.getName();
    if (owner.isEquivalentTo(System.class)) {
      return SYSTEM_TIME.contains(name);
    }
    if (owner.isEquivalentTo(Date.class)) {
      return name.equals("<init>") && codeUnit.getRawParameterTypes().isEmpty();
    }
    if (owner.isEquivalentTo(Clock.class)) {
      return name.startsWith("system") || name.startsWith("tick");
    }
    if (owner.isEquivalentTo(Thread.class) || owner.isEquivalentTo(TimeUnit.class)) {
      return name.equals("sleep");
    }
    return readsCalendar(owner, codeUnit);
  }

  /**
   * {@code now(Clock)} is told the time; {@code now()} and {@code now(ZoneId)} look at the wall.
   */
  private static boolean readsCalendar(JavaClass owner, CodeUnitAccessTarget codeUnit) {
    if (owner.isEquivalentTo(Calendar.class)) {
      return codeUnit.getName().equals("getInstance");
    }
    return owner.getPackageName().startsWith("java.time")
        && codeUnit.getName().equals("now")
        && codeUnit.getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(Clock.class));
  }
}
