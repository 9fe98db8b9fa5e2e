import dev.parley.spi.SttProvider;
import dev.parley.stt.assemblyai.AssemblyAiSttProvider;

/** Speech to text by AssemblyAI's streaming API, version 3. */
module dev.parley.stt.assemblyai {
  requires transitive dev.parley.core;
  requires transitive okhttp3;
  requires com.fasterxml.jackson.databind;
  requires okio;
  requires static org.apiguardian.api;
  requires static org.jspecify;

  exports dev.parley.stt.assemblyai;

  provides SttProvider with
      AssemblyAiSttProvider;
}
