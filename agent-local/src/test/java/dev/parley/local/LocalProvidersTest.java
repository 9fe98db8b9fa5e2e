package dev.parley.local;

import dev.parley.spi.BrainProvider;
import dev.parley.spi.PluginProvider;
import dev.parley.spi.SttProvider;
import dev.parley.spi.TtsProvider;
import dev.parley.spi.VadProvider;
import dev.parley.testkit.contract.ProviderContract;
import org.junit.jupiter.api.Nested;

/** What all providers must declare, for each of this module. */
class LocalProvidersTest {
  @Nested
  class Silero extends ProviderContract {
    @Override
    protected PluginProvider<?> provider() {
      return new SileroVadProvider();
    }

    @Override
    protected Class<? extends PluginProvider<?>> kind() {
      return VadProvider.class;
    }
  }

  @Nested
  class Energy extends ProviderContract {
    @Override
    protected PluginProvider<?> provider() {
      return new EnergyVadProvider();
    }

    @Override
    protected Class<? extends PluginProvider<?>> kind() {
      return VadProvider.class;
    }
  }

  @Nested
  class Sphinx extends ProviderContract {
    @Override
    protected PluginProvider<?> provider() {
      return new SphinxSttProvider();
    }

    @Override
    protected Class<? extends PluginProvider<?>> kind() {
      return SttProvider.class;
    }
  }

  @Nested
  class FreeTts extends ProviderContract {
    @Override
    protected PluginProvider<?> provider() {
      return new FreeTtsProvider();
    }

    @Override
    protected Class<? extends PluginProvider<?>> kind() {
      return TtsProvider.class;
    }
  }

  @Nested
  class Local extends ProviderContract {
    @Override
    protected PluginProvider<?> provider() {
      return new LocalBrainProvider();
    }

    @Override
    protected Class<? extends PluginProvider<?>> kind() {
      return BrainProvider.class;
    }
  }
}
