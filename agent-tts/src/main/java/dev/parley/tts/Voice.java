package dev.parley.tts;

import dev.parley.AgentException;
import dev.parley.spi.CloseReason;
import dev.parley.spi.PluginContext;
import dev.parley.spi.TtsCapabilities;
import dev.parley.spi.TtsListener;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Request;
import okhttp3.Response;

/** A voice that is ready to open streams: what stands behind each engine. Thread-safe. */
final class Voice {
  private static final System.Logger LOGGER = System.getLogger(Voice.class.getName());
  private static final String PROBE = "Hello.";

  private final Web web;
  private final Voicing voicing;
  private final Warmth warmth;
  private final Runnable closing;
  private final Tally warnings;

  /** Gets ready for a reply. */
  @FunctionalInterface
  private interface Warmth {
    void warm(PluginContext context);
  }

  private Voice(Web web, Voicing voicing, Warmth warmth, Runnable closing, Tally warnings) {
    this.web = web;
    this.voicing = voicing;
    this.warmth = warmth;
    this.closing = closing;
    this.warnings = warnings;
    voicing.health().probeWith(this::probe);
  }

  /** Returns a voice on WebSockets. */
  static Voice onSockets(
      VoiceBuilder<?> builder,
      Manners manners,
      Failures failures,
      PoolTerms terms,
      Supplier<Request> request,
      Function<Line, Protocol> protocol) {
    var web = new Web(builder.client);
    var late = new Tally();
    Duration patience = builder.patience.firstByte();
    var pool = new Pool(web, failures, terms, patience, late, request, protocol);
    Voicing voicing = voicing(builder, manners, failures, late, pool);
    return new Voice(web, voicing, pool::warm, pool::close, pool.warnings());
  }

  /** Returns a voice by HTTP; {@code warming} is a cheap request to the same host. */
  static Voice byHttp(
      VoiceBuilder<?> builder,
      Manners manners,
      Failures failures,
      Supplier<Request> warming,
      HttpVoice http) {
    var web = new Web(builder.client);
    var vendor = new HttpVendor(web, http, failures, manners);
    Voicing voicing = voicing(builder, manners, failures, new Tally(), vendor);
    Warmth warmth = context -> web.call(warming.get()).enqueue(new Unheard());
    return new Voice(web, voicing, warmth, vendor::close, new Tally());
  }

  private static Voicing voicing(
      VoiceBuilder<?> builder, Manners manners, Failures failures, Tally late, Vendor vendor) {
    var health = new VoiceHealth(manners.name(), builder.failuresAllowed);
    return new Voicing(manners, builder.patience, failures, health, late, vendor);
  }

  /** What its streams can do. */
  TtsCapabilities capabilities(boolean wordTimes) {
    return new TtsCapabilities(voicing.manners().output(), voicing.manners().tokens(), wordTimes);
  }

  TtsStream open(TtsRequest request, TtsListener listener) {
    return new SpeechStream(voicing, request, listener);
  }

  void warmUp(PluginContext context) {
    warmth.warm(context);
  }

  private void probe(PluginContext context) {
    var listener =
        new TtsListener() {
          @Override
          public void onClosed(CloseReason reason) {
            LOGGER.log(Level.DEBUG, "a probe of {0} ended: {1}", voicing.manners().name(), reason);
          }
        };
    TtsStream stream = SpeechStream.probe(voicing, new TtsRequest(0, null, context), listener);
    stream.offer(PROBE);
    stream.finish();
  }

  void close() {
    voicing.health().close();
    closing.run();
    web.close();
  }

  /** How many messages came for replies that were over. */
  long lateMessages() {
    return voicing.late().total();
  }

  /** How many warnings the vendor sent. */
  long warnings() {
    return warnings.total();
  }

  /** Why the voice is out, for tests. */
  java.util.Optional<AgentException> out() {
    return voicing.health().out();
  }

  /** A request only made to have the connection. */
  private static final class Unheard implements Callback {
    @Override
    public void onFailure(Call call, IOException why) {
      LOGGER.log(Level.DEBUG, "warming up failed: {0}", why.getMessage());
    }

    @Override
    public void onResponse(Call call, Response response) {
      response.close();
    }
  }
}
