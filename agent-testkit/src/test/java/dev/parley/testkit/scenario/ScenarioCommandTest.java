package dev.parley.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream problems = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.createDirectories(folder.resolve("talks/deep"));
    Files.writeString(
        folder.resolve("talks/good.yaml"),
        "scenario: a greeting\nagent: {greeting: Hello.}\nexpect: {end: listening}\n");
    Files.writeString(folder.resolve("talks/deep/good.yml"), "scenario: a silence\n");
    Files.writeString(
        folder.resolve("bad.yaml"),
        "scenario: no greeting\nexpect: {events: [{event: reply.speaking}]}\n");
    Files.writeString(folder.resolve("wrong.yaml"), "scenario: wrong\nagnet: {}\n");
  }

  private int run(String... arguments) {
    var command =
        new ScenarioCommand(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(problems, true, StandardCharsets.UTF_8));
    return command.run(arguments);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String problems() {
    return problems.toString(StandardCharsets.UTF_8);
  }

  @Test
  void oneLineAScenarioAndZeroWhenAllPass() {
    assertThat(run("run", path("talks/good.yaml"), path("talks/deep/good.yml"))).isZero();
    assertThat(out().lines())
        .containsExactly(
            "ok    " + path("talks/good.yaml") + ": a greeting",
            "ok    " + path("talks/deep/good.yml") + ": a silence");
    assertThat(problems()).isEmpty();
  }

  @Test
  void oneWhenOneFailsWithAReport() {
    assertThat(run("run", path("bad.yaml"), path("talks/good.yaml"))).isEqualTo(1);
    assertThat(out())
        .startsWith(
            "FAIL  "
                + path("bad.yaml")
                + ": no greeting\n  line 2: expected {event: reply.speaking}")
        .contains("ok    ");
  }

  @Test
  void oneWhenAFileIsWrongAndTheOthersRun() {
    assertThat(run("run", path("wrong.yaml"), path("talks/good.yaml"))).isEqualTo(1);
    assertThat(problems()).contains("wrong.yaml:2: unknown key 'agnet'");
    assertThat(out()).contains("ok    ");
  }

  @Test
  void foldersAndPatternsStandForTheirFiles() {
    assertThat(run("run", path("talks"))).isZero();
    assertThat(out().lines()).hasSize(2);
    assertThat(run("run", path("talks/*.yaml"))).isZero();
    assertThat(out().lines()).hasSize(3);
    assertThat(run("run", path("talks/**.yml"))).isZero();
    assertThat(out().lines()).hasSize(4);
  }

  @Test
  void whatNamesNoFileIsTold() {
    assertThat(run("run", path("nothing.yaml"))).isEqualTo(1);
    assertThat(run("run", path("none/*.yaml"))).isEqualTo(1);
    assertThat(problems())
        .contains("nothing.yaml: there is no such file", "there are no scenario files");
  }

  @Test
  void eventsAreWrittenAndAreTheSameTwice() throws IOException {
    assertThat(run("run", "--events", path("out"), path("talks/good.yaml"))).isZero();
    assertThat(run("run", "--events=" + path("again"), path("talks/good.yaml"))).isZero();
    assertThat(folder.resolve("out/good.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("again/good.jsonl"));
    assertThat(Files.readString(folder.resolve("out/good.jsonl")))
        .startsWith("{\"t\":0,\"event\":\"session.joined\"}\n")
        .endsWith("}\n");
  }

  @Test
  void filesOfOneNameKeepTheirEventsApart() {
    run("run", "--events", path("out"), path("talks"));
    assertThat(folder.resolve("out/good.jsonl")).exists();
    assertThat(folder.resolve("out/good-2.jsonl")).exists();
  }

  @Test
  void aWrongCommandLineIsTwoAndTellsTheUse() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("walk")).isEqualTo(2);
    assertThat(run("run")).isEqualTo(2);
    assertThat(run("run", "--loud", "a.yaml")).isEqualTo(2);
    assertThat(run("run", "--events")).isEqualTo(2);
    assertThat(problems())
        .contains(
            "unknown command 'walk'",
            "no files were named",
            "unknown option '--loud'",
            "usage: run");
  }
}
