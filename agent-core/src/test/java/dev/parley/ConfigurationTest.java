package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.spi.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
  private static final Setting PORT =
      Setting.of("port", "The page's port.").defaultValue("8080").build();
  private static final Setting KEY =
      Setting.of("acme-api-key", "The key.").variable("ACME_API_KEY").secret().required().build();
  private static final Setting CERTIFICATE =
      Setting.of("agora-app-cert", "The certificate.")
          .variable("AGORA_APP_CERT")
          .alias("AGORA_APP_CERTIFICATE")
          .build();
  private static final Setting RECORD =
      Setting.of("record", "Keeps the audio.").defaultValue("true").build();
  private static final Setting MODE =
      Setting.of("mode", "How careful it is.").choices("fast", "exact").build();

  @TempDir Path folder;

  @Test
  void flagsBeatTheEnvironmentWhichBeatsTheFileWhichBeatsDefaults() throws IOException {
    var builder = isolated();
    assertThat(builder.load().getInt(PORT)).isEqualTo(8080);

    builder.dotEnv(write("PARLEY_PORT=1"));
    assertThat(builder.load().getInt(PORT)).isEqualTo(1);

    builder.environment(Map.of("PARLEY_PORT", "2"));
    assertThat(builder.load().getInt(PORT)).isEqualTo(2);

    builder.arguments("--port", "3");
    assertThat(builder.load().getInt(PORT)).isEqualTo(3);
  }

  @Test
  void blankCountsAsNotGiven() throws IOException {
    var configuration =
        isolated()
            .dotEnv(write("PARLEY_PORT=7"))
            .environment(Map.of("PARLEY_PORT", "  "))
            .arguments("--port=")
            .load();

    assertThat(configuration.getInt(PORT)).isEqualTo(7);
  }

  @Test
  void whiteSpaceAroundAValueIsNoPartOfIt() {
    assertThat(Configuration.of(Map.of("ACME_API_KEY", "abc\n")).get(KEY)).isEqualTo("abc");
  }

  @Test
  void anAliasIsLookedUpAfterTheVariableOfTheSameSource() throws IOException {
    var file = write("AGORA_APP_CERT=file");
    var both = Map.of("AGORA_APP_CERT", "first", "AGORA_APP_CERTIFICATE", "second");

    assertThat(Configuration.of(both).get(CERTIFICATE)).isEqualTo("first");
    assertThat(
            isolated()
                .dotEnv(file)
                .environment(Map.of("AGORA_APP_CERTIFICATE", "alias"))
                .load()
                .get(CERTIFICATE))
        .isEqualTo("alias");
  }

  @Test
  void aFileThatIsMissingOrAFolderGivesNothing() throws IOException {
    assertThat(isolated().dotEnv(folder.resolve("none")).load().find(KEY)).isEmpty();
    assertThat(isolated().dotEnv(folder).load().find(KEY)).isEmpty();
  }

  @Test
  void aFlagAloneSwitchesOnAndItsNegativeOff() {
    assertThat(with("--record").getBoolean(RECORD)).isTrue();
    assertThat(with("--no-record").getBoolean(RECORD)).isFalse();
    assertThat(with("--record", "false").getBoolean(RECORD)).isFalse();
    assertThat(with("--no-record", "--record=TRUE").getBoolean(RECORD)).isTrue();
    assertThat(with("--record", "--port", "5").getInt(PORT)).isEqualTo(5);
  }

  @Test
  void theLastOfSeveralFlagsWins() {
    assertThat(with("--port", "1", "--port=2").getInt(PORT)).isEqualTo(2);
  }

  @Test
  void aValueMayBeginWithAHyphenOrHoldAnEqualsSign() {
    assertThat(with("--port", "-3").getInt(PORT)).isEqualTo(-3);
    assertThat(with("--acme-api-key=a=b==").get(KEY)).isEqualTo("a=b==");
    assertThat(with("--acme-api-key=--x").get(KEY)).isEqualTo("--x");
  }

  @Test
  void helpIsAlwaysKnown() {
    assertThat(with("--help").getBoolean(Configuration.HELP)).isTrue();
    assertThat(with("-h").getBoolean(Configuration.HELP)).isTrue();
    assertThat(with().getBoolean(Configuration.HELP)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "--prot, did you mean --port?",
    "--acme-apikey=s3cret, did you mean --acme-api-key?",
    "--no-recrod, did you mean --no-record?",
    "--no-port, --no-port is no known flag",
    "--zzzzzz, --zzzzzz is no known flag; --help lists all"
  })
  void anUnknownFlagIsRefusedWithTheNearestKnownOne(String flag, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(flag))
        .withMessageContaining(message)
        .withMessageNotContaining("s3cret");
  }

  @Test
  void aFlagWithoutItsValueIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with("--port"))
        .withMessage("--port has no value; write --port value, or --port=value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with("--port", "--record"))
        .withMessageStartingWith("--port has no value");
  }

  @Test
  void anArgumentThatBelongsToNoFlagIsRefusedWithoutBeingShown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with("--record", "s3cret"))
        .withMessageStartingWith("argument 2, after --record, belongs to no flag")
        .withMessageNotContaining("s3cret");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with("--acme-api-key", "s3cret", "more"))
        .withMessageStartingWith("argument 3, after a value, belongs to no flag")
        .withMessageNotContaining("s3cret");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with("s3cret"))
        .withMessageStartingWith("argument 1 belongs to no flag");
    assertThatIllegalArgumentException().isThrownBy(() -> with("--"));
  }

  @Test
  void aMissingValueNamesSettingVariableAndRemedy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with().get(KEY))
        .withMessage(
            "--acme-api-key (ACME_API_KEY) is not given; set ACME_API_KEY in the environment or in"
                + " .env, or pass --acme-api-key");
  }

  @Test
  void aValueOutsideTheChoicesIsRefused() {
    assertThat(with("--mode", "fast").get(MODE)).isEqualTo("fast");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with("--mode", "slow").find(MODE))
        .withMessage(
            "--mode (PARLEY_MODE) is 'slow', must be one of fast, exact; it comes from the flag"
                + " --mode");
  }

  @Test
  void wholeNumbersAreReadOrRefusedWithTheirOrigin() throws IOException {
    assertThat(with("--port", "+12").getInt(PORT)).isEqualTo(12);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Configuration.of(Map.of("PARLEY_PORT", "80a")).getInt(PORT))
        .withMessageContaining("--port (PARLEY_PORT) is '80a', must be a whole number")
        .withMessageContaining("the environment variable PARLEY_PORT");
    Path file = write("# first\nPARLEY_PORT=99999999999");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> isolated().dotEnv(file).load().getInt(PORT))
        .withMessageContaining(file + ", line 2");
  }

  @Test
  void aSecretIsNeverShown() {
    var configuration = with("--acme-api-key", "s3cret");

    assertThat(configuration.toString()).doesNotContain("s3cret");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> configuration.getInt(KEY))
        .withMessageContaining("--acme-api-key (ACME_API_KEY) is not valid, must be a whole number")
        .withMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.5", "-1, -1", "1e3, 1000", "+2.25, 2.25"})
  void numbersAreRead(String text, double expected) {
    assertThat(with("--port", text).getDouble(PORT)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "1f", "0x1p3", "one", "1e999", "Infinity", ".", "1,5"})
  void whatIsNoNumberIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with("--port", text).getDouble(PORT))
        .withMessageContaining("is '" + text + "', must be a number");
  }

  @ParameterizedTest
  @CsvSource({"500ms, 500", "1.5s, 1500", "2m, 120000", "0s, 0", "10 ms, 10", "0.5m, 30000"})
  void durationsAreRead(String text, long millis) {
    assertThat(with("--port", text).getDuration(PORT)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "-1s", "1h", "s", "1.s", "1m30s", "9999999999999999s"})
  void whatIsNoDurationIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with("--port", text).getDuration(PORT))
        .withMessageContaining("must be a duration such as 500ms, 1.5s or 2m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "on", "tru"})
  void whatIsNeitherTrueNorFalseIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with("--record=" + text).getBoolean(RECORD))
        .withMessageContaining("must be true or false");
  }

  @Test
  void helpAndMarkdownShowTheSettingsOfTheApplication() {
    assertThat(with().help())
        .contains("  --port VALUE  (PARLEY_PORT)\n      The page's port. Default: 8080.\n")
        .contains("  --record, --no-record  (PARLEY_RECORD)\n")
        .contains("  --agora-app-cert VALUE  (AGORA_APP_CERT or AGORA_APP_CERTIFICATE)\n")
        .contains("How careful it is. One of fast, exact.")
        .contains("The key. Required. Secret.")
        .contains("--help");
    assertThat(with().markdown())
        .contains("| `--port` | `PARLEY_PORT` | `8080` | The page's port. |\n")
        .contains("| `--acme-api-key` | `ACME_API_KEY` | required, secret | The key. |\n")
        .contains("| `--agora-app-cert` | `AGORA_APP_CERT`, `AGORA_APP_CERTIFICATE` |  |");
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve(".env"), content);
  }

  private static Configuration with(String... arguments) {
    return isolated().arguments(arguments).load();
  }

  private static Configuration.Builder isolated() {
    return Configuration.builder()
        .settings(PORT, KEY, CERTIFICATE, RECORD, MODE)
        .environment(Map.of())
        .noDotEnv();
  }
}
