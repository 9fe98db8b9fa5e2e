package dev.parley.testkit.assemblyai;

import dev.parley.testkit.wire.RequestHead;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets clients in, or not, and gives each a script. Thread-safe. */
final class Reception implements LoopbackServer.Site {
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int RETIRED = 410;
  private static final int OK = 200;

  private final VisitLog log;
  private final AtomicInteger tokens = new AtomicInteger();
  private final Map<Integer, Breakage> breakages = new ConcurrentHashMap<>();
  private final Map<Integer, LoopbackServer.Answer> refusals = new ConcurrentHashMap<>();
  private final Map<Integer, Visit> visits = new ConcurrentHashMap<>();
  private final Set<String> secrets = ConcurrentHashMap.newKeySet();
  private volatile Supplier<Script> script = () -> new Recognizer(0);
  private volatile LoopbackServer.@Nullable Answer tokenRefusal;

  Reception(VisitLog log) {
    this.log = log;
  }

  void script(Supplier<Script> next) {
    script = next;
  }

  void accept(Set<String> keys) {
    secrets.addAll(keys);
  }

  void breakConnection(int number, Breakage breakage) {
    breakages.put(number, breakage);
  }

  void refuseUpgrade(int number, LoopbackServer.Answer answer) {
    refusals.put(number, answer);
  }

  void refuseTokens(LoopbackServer.@Nullable Answer answer) {
    tokenRefusal = answer;
  }

  int tokensMinted() {
    return tokens.get();
  }

  Visit visit(int connection) {
    Visit visit = visits.get(connection);
    if (visit == null) {
      throw new IllegalStateException("there is no connection " + connection);
    }
    return visit;
  }

  @Override
  public LoopbackServer.Answer accepts(RequestHead request, int number) {
    int status = request.path().endsWith("/v3/ws") ? SWITCHING_PROTOCOLS : RETIRED;
    return refusals.getOrDefault(number, new LoopbackServer.Answer(status, "", ""));
  }

  @Override
  public Peer.Events visited(RequestHead request, int number, Peer peer) {
    log.opened(number, request);
    request.query().keySet().stream()
        .filter(RequestCheck::isUnknown)
        .forEach(each -> log.violation(number, "the unknown parameter " + each));
    var visit = new Visit(number, request, peer, script.get(), log);
    visits.put(number, visit);
    open(visit, RequestCheck.check(request, secrets));
    return visit;
  }

  private void open(Visit visit, RequestCheck.Verdict verdict) {
    Breakage breakage = breakages.get(visit.number());
    if (!verdict.wrong().isEmpty()) {
      visit.fail(verdict.code(), verdict.wrong());
    } else if (breakage == null || visit.breakAs(breakage)) {
      visit.open();
    }
  }

  @Override
  public LoopbackServer.Answer answer(RequestHead request) {
    LoopbackServer.Answer refusal = tokenRefusal;
    if (!request.path().endsWith("/v3/token")) {
      return new LoopbackServer.Answer(404, "", "{\"error\":\"Not Found\"}");
    }
    return refusal == null ? mint(request.header("authorization")) : refusal;
  }

  private LoopbackServer.Answer mint(String key) {
    if (key.isEmpty() || !(secrets.isEmpty() || secrets.contains(key))) {
      return new LoopbackServer.Answer(422, "", "{\"detail\":[{\"msg\":\"bad key\"}]}");
    }
    String token = "minted-" + tokens.incrementAndGet();
    secrets.add(key);
    secrets.add(token);
    String body = "{\"token\":\"" + token + "\",\"expires_in_seconds\":60}";
    return new LoopbackServer.Answer(OK, "", body);
  }
}
