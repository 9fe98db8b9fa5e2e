package dev.parley.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Agora samples on the command line, among the simulator's people. */
class AgoraSamplesTest {
  @TempDir Path folder;

  private static String complaint(CommandRun run) {
    assertThat(run.exitCode()).isNotZero();
    assertThat(run.errors()).as("no stack trace").noneMatch(line -> line.startsWith("\tat "));
    return String.join("\n", run.errors());
  }

  @Test
  void aWebhookThatIsNoUrlIsRefusedBeforeAnythingIsHeard() throws Exception {
    assertThat(
            complaint(
                CommandRun.of(
                    AgoraTranscriber.class,
                    "--webhook=example.org",
                    "--webhook-secret=geheim",
                    "--webhook-folder=" + folder)))
        .contains("the webhook is no URL")
        .doesNotContain("geheim");
  }

  @Test
  void aRecordingThatIsNotThereIsNamed() throws Exception {
    assertThat(complaint(CommandRun.of(AgoraVoiceAgent.class, "--wav=nowhere.wav")))
        .contains("nowhere.wav");
  }

  @Test
  void aChannelThatAgoraDoesNotAllowEndsTheProgramWithTheReason() throws Exception {
    assertThat(complaint(CommandRun.of(AgoraTranscriber.class, "--channel=a/b")))
        .contains("The session is over", "'a/b'");
  }

  @Test
  void ctrlCSaysHowMuchOfEverybodyWasHeardAndNothingElse() throws Exception {
    Process process = CommandRun.command(AgoraTranscriber.class).redirectErrorStream(true).start();
    List<String> output = new ArrayList<>();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
        if (line.contains("uid 1002 is there")) {
          process.toHandle().destroy(); // the same hook as Ctrl+C
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(output).doesNotContain("Shutdown in progress");
    assertThat(output).anyMatch(line -> line.matches("uid 1001: \\d+[.,]\\d s of audio"));
    assertThat(output).anyMatch(line -> line.matches("uid 1002: \\d+[.,]\\d s of audio"));
  }
}
