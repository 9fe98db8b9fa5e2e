package dev.parley.testkit.tts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A vendor of voices on a loopback socket that speaks any text at once: a tone of 10 ms for each
 * character, in chunks that cut samples in two. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class VoiceVendor implements AutoCloseable {
  private final LoopbackSite site;
  private final @Nullable Function<Exchange, VendorScript> scripts;
  private final AtomicInteger sockets = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<Exchange> open = new CopyOnWriteArrayList<>();
  private volatile @Nullable Refusal refusal;
  private final AtomicInteger writesToCut = new AtomicInteger();
  private volatile Runnable beforeWriting = () -> {};

  private record Refusal(int status, String body) {}

  private VoiceVendor(@Nullable Function<Exchange, VendorScript> scripts) {
    this.scripts = scripts;
    this.site = new LoopbackSite(this::arrived);
  }

  /** Speaks the dialect of OpenAI's {@code /audio/speech}, raw PCM of 24 kHz. */
  public static VoiceVendor openAi() {
    return new VoiceVendor(null);
  }

  /** Speaks ElevenLabs' socket of many contexts. */
  public static VoiceVendor elevenLabs() {
    return new VoiceVendor(ElevenLabsScript::new);
  }

  /** Speaks Cartesia's socket. */
  public static VoiceVendor cartesia() {
    return new VoiceVendor(CartesiaScript::new);
  }

  /** Speaks Deepgram's Aura socket. */
  public static VoiceVendor aura() {
    return new VoiceVendor(AuraScript::new);
  }

  /** Speaks Deepgram's Flux socket. */
  public static VoiceVendor flux() {
    return new VoiceVendor(FluxScript::new);
  }

  /** Speaks AssemblyAI's voice socket. */
  public static VoiceVendor assemblyAi() {
    return new VoiceVendor(AssemblyAiScript::new);
  }

  /** The base URL; for OpenAI's dialect add {@code /v1}. */
  public String url() {
    return site.url();
  }

  /** How many sockets were opened, refused ones included. */
  public int sockets() {
    return sockets.get();
  }

  /** How many requests came that were no upgrades. */
  public int requests() {
    return requests.get();
  }

  /** What clients sent on sockets, or as bodies of requests, in the order in which it came. */
  public List<String> messages() {
    return List.copyOf(messages);
  }

  /** Answers every request and upgrade with this status and body, until {@link #recover}. */
  public void refuse(int status, String body) {
    refusal = new Refusal(status, body);
  }

  /** Answers again. */
  public void recover() {
    refusal = null;
  }

  /** Runs a task before each answer is written, on the connection's thread; for benchmarks. */
  public void beforeWriting(Runnable task) {
    beforeWriting = task;
  }

  /**
   * Cuts a connection once, in place of what would have been written as this number from now on:
   * heads, messages, and chunks of bodies count.
   */
  public void cutInsteadOfWrite(int number) {
    writesToCut.set(number);
  }

  /** Cuts all connections that are open. */
  public void cutAll() {
    open.forEach(Exchange::drop);
    open.clear();
  }

  private void arrived(Exchange exchange) {
    exchange.beforeWriting(() -> beforeWriting(exchange));
    Refusal no = refusal;
    boolean upgrade = exchange.request().isUpgrade();
    (upgrade ? sockets : requests).incrementAndGet();
    if (no != null) {
      exchange.answer(no.status(), Map.of("content-type", "application/json"), no.body());
    } else if (upgrade && scripts != null) {
      open.add(exchange);
      serve(exchange, scripts.apply(exchange));
    } else {
      speak(exchange);
    }
  }

  private void beforeWriting(Exchange exchange) {
    beforeWriting.run();
    if (writesToCut.getAndUpdate(left -> Math.max(0, left - 1)) == 1) {
      exchange.drop();
    }
  }

  private void serve(Exchange exchange, VendorScript script) {
    exchange.accept(
        text -> {
          messages.add(text);
          script.message(JsonText.parse(text));
        });
    script.opened();
  }

  private void speak(Exchange exchange) {
    String body = exchange.requestBody();
    if (body.isEmpty()) {
      exchange.answer(200, Map.of("content-type", "application/json"), "{}");
      return;
    }
    messages.add(body);
    JsonNode request = JsonText.parse(body);
    int rate = request.path("sample_rate").asInt(24_000);
    exchange.head(200, Map.of("content-type", "audio/pcm"));
    Tone.chunks(request.path("input").asText(), rate).forEach(exchange::body);
    exchange.end();
  }

  /** Closes the port and all connections. */
  @Override
  public void close() {
    site.close();
  }
}
