package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.SpeechToText;
import dev.parley.testkit.assemblyai.CodedSpeech;
import dev.parley.testkit.assemblyai.ScriptedAssemblyAi;
import dev.parley.testkit.contract.SpeechToTextContract;
import org.junit.jupiter.api.AfterEach;

/** Keeps the contract of all speech recognisers, against the scripted server. */
class AssemblyAiContractTest extends SpeechToTextContract {
  private final ScriptedAssemblyAi server = ScriptedAssemblyAi.start();

  @Override
  protected SpeechToText newEngine() {
    return Call.builder(server).build();
  }

  @Override
  protected AudioFrame speech() {
    return CodedSpeech.of(AudioFormat.MONO_16K, "a table for two please");
  }

  @AfterEach
  void theClientWasWellBehaved() {
    assertThat(server.violations()).isEmpty();
    server.close();
  }
}
