package dev.parley.agora.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The file signatures.txt lists what the real SDK has, as far as that is known. */
class SignatureTest {
  private static List<String> expected() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                SignatureTest.class.getResourceAsStream("/signatures.txt"),
                StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyTypeHasItsMembers() throws IOException {
    return expected().stream()
        .collect(Collectors.groupingBy(line -> line.substring(0, line.indexOf(' '))))
        .entrySet()
        .stream()
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.getKey(), () -> assertMembers(type.getKey(), type.getValue())));
  }

  private static void assertMembers(String name, List<String> lines) throws Exception {
    Class<?> type = Class.forName(name);
    Set<String> expected =
        lines.stream()
            .map(line -> line.substring(line.indexOf(' ') + 1))
            .filter(member -> !member.equals("<type>"))
            .collect(Collectors.toSet());
    assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
    assertThat(members(type)).containsAll(expected);
  }

  private static Set<String> members(Class<?> type) {
    Set<String> members = new HashSet<>();
    for (Constructor<?> constructor : type.getConstructors()) {
      members.add("<init>" + parameters(constructor.getParameterTypes()));
    }
    for (Method method : type.getDeclaredMethods()) {
      if (!Modifier.isPublic(method.getModifiers())) {
        continue;
      }
      members.add(kind(type, method) + signature(method));
      assertThat(method.getExceptionTypes()).as("checked exceptions of " + method).isEmpty();
    }
    return members;
  }

  private static String kind(Class<?> type, Method method) {
    if (Modifier.isStatic(method.getModifiers())) {
      return "static ";
    }
    if (!type.isInterface()) {
      return "";
    }
    return method.isDefault() ? "default " : "abstract ";
  }

  private static String signature(Method method) {
    return method.getReturnType().getTypeName()
        + " "
        + method.getName()
        + parameters(method.getParameterTypes());
  }

  private static String parameters(Class<?>[] types) {
    return Arrays.stream(types).map(SignatureTest::name).collect(Collectors.joining(",", "(", ")"));
  }

  private static String name(Class<?> type) {
    return type.isArray() ? name(type.getComponentType()) + "[]" : type.getName();
  }

  @Test
  void methodsOfTheMainTypesSayHowSureTheyAre() {
    for (Class<?> type :
        List.of(
            io.agora.rtc.AgoraService.class,
            io.agora.rtc.AgoraRtcConn.class,
            io.agora.rtc.AgoraLocalUser.class,
            io.agora.rtc.AgoraParameter.class,
            io.agora.rtc.IRtcConnObserver.class,
            io.agora.rtc.ILocalUserObserver.class,
            io.agora.rtc.IAudioFrameObserver.class)) {
      for (Method method : type.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers())) {
          assertThat(method.isAnnotationPresent(Evidence.class)).as(method.toString()).isTrue();
        }
      }
    }
  }
}
