package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.AgentException;
import dev.parley.testkit.ManualClock;
import dev.parley.testkit.SecretWatch;
import dev.parley.testkit.assemblyai.ScriptedAssemblyAi;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Neither a key nor a word that was said gets into a log line, an exception or a toString. */
class SecretsTest {
  private static final String KEY = "canary-4f9a1c-key";
  private static final String TOKEN = "canary-77e2b0-token";
  private static final String WORD = "canaryword";

  private final SecretWatch watch = SecretWatch.of("dev.parley", KEY, TOKEN, WORD);

  @AfterEach
  void nothingWasTold() {
    watch.close();
  }

  private void tell(Call call) {
    call.errors().forEach(watch::tell);
    call.closings().forEach(watch::tell);
    call.closings().forEach(each -> each.error().ifPresent(watch::tell));
    call.finals().forEach(watch::tell);
    call.interims().forEach(watch::tell);
    call.metrics().forEach(watch::tell);
    watch.tell(call.stream);
  }

  /** A server that puts the key wherever it can. */
  private static void abuse(FakeSockets.FakeSocket socket) {
    socket
        .open()
        .message("{'type':'Warning','warning_code':1,'warning':'your key " + KEY + "'}")
        .message("{'type':'Begin','id':'" + KEY + "','configuration':{'model':'" + KEY + "'}}")
        .message("{'type':'Warning','warning_code':2,'warning':'" + KEY + "'}")
        .message("{'type':'" + KEY + "'}")
        .message("{'type':'Turn','turn_order':'" + KEY + "'}")
        .raw(KEY + WORD)
        .raw("{\"type\":\"Turn\",\"transcript\":\"" + WORD)
        .turn(0, false, 100, WORD)
        .turn(0, true, 100, WORD, WORD);
  }

  @Test
  void aServerThatEchoesTheKeyIsNotRepeated() {
    for (int code : new int[] {1008, 3005, 3006, 3007, 3008, 3009, 4711}) {
      var virtual =
          new VirtualCall(FakeSockets.builder().apiKey(KEY).prompt(WORD).keyterms(List.of(WORD)));
      watch.tell(virtual.engine);
      virtual.speak(200);
      abuse(virtual.socket());
      virtual.call.stream.agentSaid(WORD);
      virtual.call.stream.expect(List.of(WORD));
      virtual.socket().error(code, "what is " + KEY + " good for?");
      virtual.pass(Duration.ofSeconds(20));
      virtual.socket().closeByServer(code, KEY);
      virtual.socket().lose();
      virtual.call.stream.close();
      tell(virtual.call);
    }
  }

  @Test
  void anUpgradeThatIsRefusedTellsNoKey() {
    var virtual = new VirtualCall(FakeSockets.builder().apiKey(KEY));
    virtual.socket().refuse(401);
    tell(virtual.call);
  }

  @Test
  void aListenerThatFailsTellsNoKey() {
    var sockets = new FakeSockets();
    AssemblyAiStt engine = sockets.engine(FakeSockets.builder().apiKey(KEY));
    var context = new dev.parley.spi.PluginContext("session", new ManualClock(), Runnable::run);
    engine.open(
        new dev.parley.spi.SttRequest(
            dev.parley.spi.Participant.of("ann"), Call.FORMAT, List.of(), context),
        new dev.parley.spi.SttListener() {
          @Override
          public void onFinal(dev.parley.spi.Transcript transcript) {
            throw new IllegalStateException("a listener's own words");
          }
        });
    sockets.last().begin().turn(0, true, 0, WORD);
    watch.tell(engine);
  }

  @Test
  void mintingTellsNeitherKeyNorToken() {
    try (ScriptedAssemblyAi server = ScriptedAssemblyAi.start()) {
      server.refuseTokens(401, "{\"error\":\"" + KEY + " is no key\"}");
      try (AssemblyAiStt engine = Call.builder(server).apiKey(KEY).mintTokens(true).build()) {
        var call = Call.open(engine);
        call.awaitClosed();
        tell(call);
      }
    }
  }

  @Test
  void anUnreachableServerTellsNeitherKeyNorToken() {
    var server = ScriptedAssemblyAi.start();
    String url = server.url();
    server.close();
    for (boolean mint : new boolean[] {false, true}) {
      try (AssemblyAiStt engine =
          AssemblyAiStt.builder()
              .apiKey(KEY)
              .baseUrl(url)
              .mintTokens(mint)
              .reconnects(0, Duration.ZERO)
              .build()) {
        var call = Call.open(engine);
        call.awaitClosed();
        tell(call);
      }
    }
  }

  @Test
  void tokensOfTheApplicationAreNotTold() {
    var virtual = new VirtualCall(FakeSockets.builder().tokens(() -> TOKEN));
    virtual.socket().open().error(1008, "the token " + TOKEN + " has expired");
    virtual.pass(Duration.ofSeconds(2));
    virtual.socket().open().error(1008, "the token " + TOKEN + " has expired");
    tell(virtual.call);
  }

  @Test
  void wrongSettingsAreNamedWithoutTheirSecrets() {
    AssemblyAiSttBuilder builder = AssemblyAiStt.builder();
    for (Runnable wrong :
        List.<Runnable>of(
            () -> builder.apiKey("Bearer " + KEY),
            () -> builder.baseUrl("wss://user:" + KEY + "@example.org"),
            () -> builder.baseUrl("wss://example.org?token=" + KEY),
            () -> builder.baseUrl(KEY),
            () -> builder.prompt((WORD + " ").repeat(200)),
            () -> builder.keyterms(List.of((WORD + " ").repeat(10))))) {
      assertThatThrownBy(wrong::run).satisfies(watch::tell);
    }
    watch.tell(builder.apiKey(KEY));
    watch.tell(new LiveSettings().prompt(WORD));
    watch.tell(new AgentException(dev.parley.ErrorKind.INTERNAL, "nothing else was told"));
  }

  @Test
  void noPartOfAnEngineTellsItsSecrets() {
    var redactor = new Redactor();
    redactor.addKey(KEY);
    redactor.addToken(TOKEN);
    watch.tell(redactor);
    watch.tell(redactor.clean("key " + KEY + " token " + TOKEN));
    watch.tell(new ApiKey(KEY));
    watch.tell(new SuppliedToken(() -> TOKEN, redactor));
    watch.tell(new MintedToken(new okhttp3.OkHttpClient(), Endpoint.of("eu"), KEY, redactor));
    watch.tell(
        MessageReader.read("{\"type\":\"Turn\",\"turn_order\":1,\"transcript\":\"" + WORD + "\"}"));
    watch.tell(new ServerMessage.SpokenWord(WORD, 0, 1, 1));
  }
}
