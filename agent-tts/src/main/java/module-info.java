import dev.parley.spi.TtsProvider;
import dev.parley.tts.AssemblyAiTtsProvider;
import dev.parley.tts.CartesiaTtsProvider;
import dev.parley.tts.DeepgramTtsProvider;
import dev.parley.tts.ElevenLabsTtsProvider;
import dev.parley.tts.OpenAiTtsProvider;

/** Text to speech by vendors that stream. */
module dev.parley.tts {
  requires transitive dev.parley.core;
  requires transitive okhttp3;
  requires com.fasterxml.jackson.databind;
  requires okio;
  requires static org.apiguardian.api;
  requires static org.jspecify;

  exports dev.parley.tts;

  provides TtsProvider with
      AssemblyAiTtsProvider,
      CartesiaTtsProvider,
      DeepgramTtsProvider,
      ElevenLabsTtsProvider,
      OpenAiTtsProvider;
}
