import dev.parley.spi.BrainProvider;
import dev.parley.spi.SttProvider;
import dev.parley.spi.TransportProvider;
import dev.parley.spi.TtsProvider;
import dev.parley.spi.TurnDetectorProvider;
import dev.parley.spi.VadProvider;

/** Real-time voice agents: sessions, turns, and the plugins they run on. */
module dev.parley.core {
  requires static transitive org.apiguardian.api;
  requires static transitive org.jspecify;

  exports dev.parley;
  exports dev.parley.audio;
  exports dev.parley.spi;

  uses BrainProvider;
  uses SttProvider;
  uses TransportProvider;
  uses TtsProvider;
  uses TurnDetectorProvider;
  uses VadProvider;
}
