package dev.parley.benchmarks.driver;

import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.parley.brain.langchain4j.LangChain4jBrain;
import dev.parley.spi.Brain;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.TextToSpeech;
import dev.parley.stt.assemblyai.AssemblyAiStt;
import dev.parley.tts.OpenAiTts;
import okhttp3.OkHttpClient;

/** The real plugins, pointed at the fakes; they connect nothing until a session uses them. */
final class Vendors {
  private static final String NO_KEY = "none";

  private final String sttUrl;
  private final OkHttpClient sttClient = new OkHttpClient();
  private final Brain brain;
  private final TextToSpeech voice;

  Vendors(DriverArguments arguments) {
    this.sttUrl = arguments.sttUrl();
    this.brain =
        LangChain4jBrain.builder()
            .model(
                OpenAiStreamingChatModel.builder()
                    .httpClientBuilder(LangChain4jBrain.httpClient())
                    .baseUrl(arguments.llmUrl())
                    .apiKey(NO_KEY)
                    .modelName("fake")
                    .build())
            .build();
    this.voice =
        OpenAiTts.builder().baseUrl(arguments.ttsUrl()).apiKey(NO_KEY).sampleRate(24_000).build();
  }

  /** Returns a recogniser of its own: the fake knows a session by its address. */
  SpeechToText recogniser(int session) {
    return AssemblyAiStt.builder()
        .apiKey(NO_KEY)
        .baseUrl(sttUrl + "/s/" + session)
        .httpClient(sttClient)
        .build();
  }

  Brain brain() {
    return brain;
  }

  TextToSpeech voice() {
    return voice;
  }
}
