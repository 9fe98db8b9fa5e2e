package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.spi.Settings;
import dev.parley.spi.SpeechToText;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PluginsTest {
  private static final FakeSttProvider SPHINX = new FakeSttProvider("sphinx").priority(1);
  private static final FakeSttProvider ASSEMBLYAI =
      new FakeSttProvider("assemblyai").priority(8).requires("ASSEMBLYAI_API_KEY");
  private static final FakeSttProvider DEEPGRAM =
      new FakeSttProvider("deepgram").priority(6).requires("DEEPGRAM_API_KEY");

  private final Plugins plugins =
      Plugins.none()
          .with(PluginKind.STT, SPHINX)
          .with(PluginKind.STT, ASSEMBLYAI)
          .with(PluginKind.STT, DEEPGRAM);

  @Test
  void theAvailableOneOfHighestPriorityIsChosen() {
    assertThat(choose(Map.of()).name()).isEqualTo("sphinx");
    assertThat(choose(Map.of("DEEPGRAM_API_KEY", "k")).name()).isEqualTo("deepgram");
    assertThat(choose(Map.of("DEEPGRAM_API_KEY", "k", "ASSEMBLYAI_API_KEY", "k")).name())
        .isEqualTo("assemblyai");
  }

  @Test
  void theFirstByNameIsChosenAmongEquals() {
    var equals =
        Plugins.none()
            .with(PluginKind.STT, new FakeSttProvider("b"))
            .with(PluginKind.STT, new FakeSttProvider("a"));

    assertThat(equals.choose(PluginKind.STT, Configuration.of(Map.of())).name()).isEqualTo("a");
    assertThat(equals.names(PluginKind.STT)).containsExactly("a", "b");
  }

  @Test
  void theNamedOneIsChosenByVariableOrFlag() {
    var environment = Map.of("PARLEY_STT", "sphinx", "ASSEMBLYAI_API_KEY", "k");
    assertThat(choose(environment).name()).isEqualTo("sphinx");

    var configuration =
        Configuration.builder()
            .plugins(plugins)
            .environment(environment)
            .noDotEnv()
            .arguments("--stt", "assemblyai")
            .load();
    assertThat(plugins.choose(PluginKind.STT, configuration).name()).isEqualTo("assemblyai");
  }

  @Test
  void theChoiceMakesTheEngine() {
    try (SpeechToText engine = choose(Map.of()).create()) {
      assertThat(engine.name()).isEqualTo("sphinx");
    }
  }

  @Test
  void theExplanationSaysWhatWouldGiveABetterOne() {
    assertThat(choose(Map.of()).explanation())
        .isEqualTo(
            "STT: sphinx (set ASSEMBLYAI_API_KEY for assemblyai; set DEEPGRAM_API_KEY for"
                + " deepgram)");
    assertThat(choose(Map.of("DEEPGRAM_API_KEY", "k")).explanation())
        .isEqualTo("STT: deepgram (set ASSEMBLYAI_API_KEY for assemblyai)");
    assertThat(choose(Map.of("PARLEY_STT", "sphinx")).explanation()).isEqualTo("STT: sphinx");
  }

  @Test
  void everyKindIsExplainedInALine() {
    assertThat(plugins.explain(Configuration.of(Map.of("ASSEMBLYAI_API_KEY", "k"))))
        .containsExactly(
            "Transport: none",
            "STT: assemblyai",
            "Brain: none",
            "TTS: none",
            "VAD: none",
            "Turn detector: none");
  }

  @Test
  void anUnknownNameListsTheKnownOnesAndWhatTheyNeed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> choose(Map.of("PARLEY_STT", "asemblyai")))
        .withMessage(
            "--stt (PARLEY_STT) is 'asemblyai', which no plugin is called; did you mean assemblyai?"
                + " known: assemblyai (needs ASSEMBLYAI_API_KEY), deepgram (needs"
                + " DEEPGRAM_API_KEY), sphinx");
  }

  @Test
  void aNamedOneThatLacksASettingNamesTheVariable() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> choose(Map.of("PARLEY_STT", "assemblyai")))
        .withMessage(
            "--stt (PARLEY_STT) is assemblyai, which needs ASSEMBLYAI_API_KEY; set"
                + " ASSEMBLYAI_API_KEY in the environment or in .env, or pass --assemblyai-key");
  }

  @Test
  void aNamedOneThatCannotWorkHereSaysSo() {
    var offline = plugins.with(PluginKind.STT, new FakeSttProvider("native").unavailable());

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> offline.choose(PluginKind.STT, Configuration.of(Map.of("PARLEY_STT", "native"))))
        .withMessage("--stt (PARLEY_STT) is native, which is not available on this machine");
  }

  @Test
  void aNamedOneThatKnowsWhatItLacksSaysSo() {
    var offline =
        plugins.with(PluginKind.STT, new FakeSttProvider("native").unavailable("needs A or B"));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> offline.choose(PluginKind.STT, Configuration.of(Map.of("PARLEY_STT", "native"))))
        .withMessage("--stt (PARLEY_STT) is native, which needs A or B");
  }

  @Test
  void oneThatThrowsWhenAskedIsPassedOverAndTold() {
    var broken = plugins.with(PluginKind.STT, new FakeSttProvider("broken").priority(10).failing());
    Settings settings = Configuration.of(Map.of("ASSEMBLYAI_API_KEY", "k"));

    assertThat(broken.choose(PluginKind.STT, settings).explanation())
        .isEqualTo("STT: assemblyai (broken is broken: java.lang.IllegalStateException: no luck)");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> broken.choose(PluginKind.STT, Configuration.of(Map.of("PARLEY_STT", "broken"))))
        .withMessageContaining("which is broken: java.lang.IllegalStateException: no luck");
  }

  @Test
  void noneSwitchesAKindOff() {
    Settings off = Configuration.of(Map.of("PARLEY_STT", "none"));

    assertThat(plugins.find(PluginKind.STT, off)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plugins.choose(PluginKind.STT, off))
        .withMessageStartingWith("--stt (PARLEY_STT) is none, but one is needed");
  }

  @Test
  void whereNoneIsAvailableTheErrorListsWhatTheyNeed() {
    var keyed = Plugins.none().with(PluginKind.STT, DEEPGRAM);
    Settings settings = Configuration.of(Map.of());

    assertThat(keyed.find(PluginKind.STT, settings)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> keyed.choose(PluginKind.STT, settings))
        .withMessage(
            "no STT is available, but one is needed; known: deepgram (needs DEEPGRAM_API_KEY)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plugins.none().choose(PluginKind.TTS, settings))
        .withMessage(
            "no TTS is available, but one is needed; there is no TTS plugin on the class path");
  }

  @Test
  void twoOfOneNameAreRefusedWithBothClassesAndWhereTheyComeFrom() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plugins.with(PluginKind.STT, new FakeSttProvider("sphinx") {}))
        .withMessageStartingWith(
            "two STT plugins are called 'sphinx': dev.parley.FakeSttProvider in ")
        .withMessageContaining("dev.parley.PluginsTest$1 in ")
        .withMessageContaining("test-classes");
  }

  @Test
  void aMalformedNameOrPriorityIsRefused() {
    for (String name : new String[] {"Upper", "", "a b", "none"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Plugins.none().with(PluginKind.STT, new FakeSttProvider(name)))
          .withMessageContaining("'" + name + "'");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Plugins.none().with(PluginKind.STT, new FakeSttProvider("a").priority(11)))
        .withMessage("its priority is 11, must be 0 to 10");
  }

  @Test
  void helpShowsEveryKindWithItsPluginsAndTheirSettings() {
    assertThat(plugins.help())
        .contains("\nSTT: --stt VALUE  (PARLEY_STT)\n    Speech to text: the name of the plugin;")
        .contains("\n  assemblyai\n      Recognises for tests.\n")
        .contains(
            """

                --assemblyai-key VALUE  (ASSEMBLYAI_API_KEY)
                    What it needs. Required. Secret.
            """)
        .contains("\nTurn detector: --turn-detector VALUE  (PARLEY_TURN_DETECTOR)\n");
    assertThat(plugins.help().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void markdownShowsTheSameAsTables() {
    assertThat(plugins.markdown())
        .contains("\n### STT\n\n| flag | variable | default | what it does |\n|---|---|---|---|\n")
        .contains("\n#### `assemblyai`\n\nRecognises for tests.\n")
        .contains(
            "| `--assemblyai-key` | `ASSEMBLYAI_API_KEY` | required, secret | What it needs. |");
  }

  private PluginChoice<SpeechToText> choose(Map<String, String> environment) {
    return plugins.choose(PluginKind.STT, Configuration.of(environment));
  }
}
