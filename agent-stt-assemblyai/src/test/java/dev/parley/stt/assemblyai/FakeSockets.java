package dev.parley.stt.assemblyai;

import dev.parley.testkit.assemblyai.ScriptedAssemblyAi;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;

/**
 * WebSockets without a network, for tests in virtual time and by the million. What a server does is
 * done by the test, on its own thread. {@link ScriptedAssemblyAi} is the server for everything
 * else.
 */
final class FakeSockets implements WebSocket.Factory {
  private final List<FakeSocket> opened = new ArrayList<>();

  /** Builds an engine whose sessions come here. */
  AssemblyAiStt engine(AssemblyAiSttBuilder builder) {
    return engine(builder, () -> 0L);
  }

  /**
   * Builds an engine whose sessions come here.
   *
   * @param chance what scatters its waits; with 0 each is the shortest
   */
  AssemblyAiStt engine(AssemblyAiSttBuilder builder, RandomGenerator chance) {
    return builder.build(this, new OkHttpClient(), () -> chance);
  }

  static AssemblyAiSttBuilder builder() {
    return AssemblyAiStt.builder().apiKey("test-key").baseUrl("ws://127.0.0.1:1");
  }

  @Override
  public WebSocket newWebSocket(Request request, WebSocketListener listener) {
    var socket = new FakeSocket(request, listener);
    opened.add(socket);
    return socket;
  }

  void forgetAllButLast() {
    opened.subList(0, opened.size() - 1).clear();
  }

  int count() {
    return opened.size();
  }

  /** The socket that was opened last. */
  FakeSocket last() {
    return opened.get(opened.size() - 1);
  }

  /** The socket of this number, from 1 on. */
  FakeSocket socket(int number) {
    return opened.get(number - 1);
  }

  /** One of them. */
  static final class FakeSocket implements WebSocket {
    private final Request request;
    private final WebSocketListener listener;
    final List<String> said = new ArrayList<>();
    final List<ByteString> audio = new ArrayList<>();
    long queued;
    int closeCode;
    boolean cancelled;

    FakeSocket(Request request, WebSocketListener listener) {
      this.request = request;
      this.listener = listener;
    }

    /** Forgets what was sent. */
    void forget() {
      said.clear();
      audio.clear();
    }

    /** Accepts the upgrade and begins the session. */
    FakeSocket begin() {
      return open()
          .message(
              "{'type':'Begin','id':'fake','expires_at':4102444800,"
                  + "'configuration':{'model':'universal-3-6-pro'}}");
    }

    FakeSocket beginUntil(long expiresAtSeconds) {
      return open().message("{'type':'Begin','id':'fake','expires_at':" + expiresAtSeconds + "}");
    }

    FakeSocket open() {
      listener.onOpen(this, response(101));
      return this;
    }

    /** Sends JSON in which ' stands for ". */
    FakeSocket message(String json) {
      return raw(json.replace('\'', '"'));
    }

    FakeSocket raw(String text) {
      listener.onMessage(this, text);
      return this;
    }

    /** A turn of these words, each 300 ms long, the first at this time. */
    FakeSocket turn(int order, boolean end, long startMillis, String... words) {
      var list = new StringBuilder();
      for (int i = 0; i < words.length; i++) {
        long start = startMillis + 300L * i;
        list.append(i == 0 ? "" : ",")
            .append("{'text':'" + words[i] + "','start':" + start + ",'end':" + (start + 250))
            .append(",'confidence':0.9,'word_is_final':" + end + "}");
      }
      return message(
          "{'type':'Turn','turn_order':"
              + order
              + ",'end_of_turn':"
              + end
              + ",'turn_is_formatted':"
              + end
              + ",'transcript':'"
              + String.join(" ", words)
              + "','utterance':'','end_of_turn_confidence':0.8,'words':["
              + list
              + "]}");
    }

    FakeSocket heartbeat(long audioMillis, long durationMillis) {
      return message(
          "{'type':'Heartbeat','total_audio_received_ms':"
              + audioMillis
              + ",'total_duration_ms':"
              + durationMillis
              + "}");
    }

    FakeSocket error(int code, String text) {
      return message("{'type':'Error','error_code':" + code + ",'error':'" + text + "'}");
    }

    FakeSocket terminated() {
      return message(
          "{'type':'Termination','audio_duration_seconds':1,'session_duration_seconds':2}");
    }

    void closeByServer(int code, String reason) {
      listener.onClosing(this, code, reason);
    }

    void lose() {
      listener.onFailure(this, new java.io.IOException("Connection reset"), null);
    }

    void refuse(int status) {
      listener.onFailure(this, new java.net.ProtocolException("no upgrade"), response(status));
    }

    private Response response(int status) {
      return new Response.Builder()
          .request(request)
          .protocol(Protocol.HTTP_1_1)
          .code(status)
          .message("")
          .build();
    }

    /** How much audio was sent, in milliseconds at 16 kHz. */
    long audioMillis() {
      return audio.stream().mapToLong(ByteString::size).sum() / 32;
    }

    String url() {
      return request.url().toString();
    }

    String parameter(String name) {
      return String.valueOf(request.url().queryParameter(name));
    }

    @Override
    public Request request() {
      return request;
    }

    @Override
    public long queueSize() {
      return queued;
    }

    @Override
    public boolean send(String text) {
      said.add(text);
      return true;
    }

    @Override
    public boolean send(ByteString bytes) {
      audio.add(bytes);
      return true;
    }

    @Override
    public boolean close(int code, String reason) {
      closeCode = code;
      return true;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }
}
