package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import dev.parley.agora.simulator.Evidence;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How the Agora SDK may be used, whose real classes this build has never seen. */
class AgoraSdkTest {
  private static final Set<Evidence.Level> UNCERTAIN =
      Set.of(Evidence.Level.DECLARED, Evidence.Level.INFERRED);

  @Test
  void uncertainMembersOfTheSdkAreReachedThroughOneClassThatSurvivesTheirAbsence() {
    noClasses()
        .that()
        .resideInAPackage("dev.parley.agora")
        .and()
        .doNotHaveFullyQualifiedName("dev.parley.agora.UncertainCalls")
        .should()
        .accessTargetWhere(
            describe("the target is known from documents only", AgoraSdkTest::isUncertain))
        .check(Parley.CLASSES);
  }

  @Test
  void onlyTheTransportAndWhatStandsInForTheSdkKnowTheSdk() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.parley.agora", Parley.AGORA_SIMULATOR, Parley.AGORA_SDK)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(Parley.AGORA_SDK)
        .check(Parley.CLASSES);
  }

  private static boolean isUncertain(JavaAccess<?> access) {
    return access.getTarget().resolveMember().stream().anyMatch(AgoraSdkTest::isUncertain);
  }

  private static boolean isUncertain(JavaMember member) {
    if (!member.getOwner().getPackageName().startsWith("io.agora.rtc")) {
      return false;
    }
    return member
        .tryGetAnnotationOfType(Evidence.class)
        .or(() -> member.getOwner().tryGetAnnotationOfType(Evidence.class))
        .filter(evidence -> UNCERTAIN.contains(evidence.value()))
        .isPresent();
  }
}
