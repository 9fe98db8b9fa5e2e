import io.agora.rtc.AgoraLocalUser;
import io.agora.rtc.AgoraRtcConn;
import io.agora.rtc.AgoraService;
import io.agora.rtc.AgoraServiceConfig;
import io.agora.rtc.Constants;
import io.agora.rtc.ILocalUserObserver;
import io.agora.rtc.IRtcConnObserver;
import io.agora.rtc.RtcConnConfig;
import io.agora.rtc.RtcConnInfo;
import io.agora.rtc.RtcConnPublishConfig;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Two connections with string user ids greet each other by data messages. */
public class StreamMessages {
  public static void main(String[] args) throws Exception {
    AgoraServiceConfig config = new AgoraServiceConfig();
    config.setAppId("demo");
    config.setUseStringUid(1);
    AgoraService service = new AgoraService();
    if (service.initialize(config) != 0) {
      throw new IllegalStateException("initialize");
    }
    CountDownLatch connected = new CountDownLatch(2);
    CountDownLatch messages = new CountDownLatch(10);
    AgoraRtcConn sender = connect(service, "sender", connected, messages);
    AgoraRtcConn receiver = connect(service, "receiver", connected, messages);
    if (!connected.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("connected");
    }
    if (!sender.getConnInfo().getLocalUserId().equals("sender")) {
      throw new IllegalStateException("user id");
    }
    for (int i = 0; i < 10; i++) {
      String text = "message " + i + " in " + sender.getConnInfo().getChannelId();
      if (sender.sendStreamMessage(text.getBytes(StandardCharsets.UTF_8)) != 0) {
        throw new IllegalStateException("send");
      }
    }
    if (!messages.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("messages");
    }
    for (AgoraRtcConn connection : new AgoraRtcConn[] {sender, receiver}) {
      if (connection.disconnect() != 0) {
        throw new IllegalStateException("disconnect");
      }
      connection.destroy();
    }
    service.destroy();
  }

  private static AgoraRtcConn connect(AgoraService service, String user,
      final CountDownLatch connected, final CountDownLatch messages) {
    RtcConnConfig config = new RtcConnConfig();
    config.setClientRoleType(Constants.CLIENT_ROLE_BROADCASTER);
    AgoraRtcConn connection = service.agoraRtcConnCreate(config, new RtcConnPublishConfig());
    connection.registerObserver(new IRtcConnObserver() {
      @Override
      public void onConnected(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {
        connected.countDown();
      }
    });
    connection.registerLocalUserObserver(new ILocalUserObserver() {
      @Override
      public void onStreamMessage(AgoraLocalUser agoraLocalUser, String userId, int streamId,
          byte[] data) {
        if (new String(data, StandardCharsets.UTF_8).endsWith(" in talk")) {
          messages.countDown();
        }
      }
    });
    if (connection.connect("", "talk", user) != 0) {
      throw new IllegalStateException("connect");
    }
    return connection;
  }
}
