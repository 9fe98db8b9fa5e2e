package dev.parley.agora;

import io.agora.rtc.AgoraRtcConn;
import io.agora.rtc.IRtcConnObserver;
import io.agora.rtc.RtcConnInfo;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Hears on the SDK's threads what becomes of a connection, and hands it over. */
final class ConnectionObserver implements IRtcConnObserver {
  private static final System.Logger LOGGER = System.getLogger(ConnectionObserver.class.getName());

  private final Lane lane;
  private final Link link;
  private final LinkListener listener;
  private final PeopleListener people;

  ConnectionObserver(Lane lane, Link link, LinkListener listener, PeopleListener people) {
    this.lane = lane;
    this.link = link;
    this.listener = listener;
    this.people = people;
  }

  private void tell(Consumer<LinkListener> event) {
    lane.execute(() -> event.accept(listener));
  }

  @Override
  public void onConnected(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {
    tell(each -> each.onConnected(link, reason));
  }

  @Override
  public void onReconnecting(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {
    tell(each -> each.onReconnecting(link, ChangeReason.of(reason)));
  }

  @Override
  public void onConnectionLost(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo) {
    tell(each -> each.onReconnecting(link, ChangeReason.CONNECTION_LOST));
  }

  @Override
  public void onDisconnected(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {
    tell(each -> each.onEnded(link, ChangeReason.of(reason)));
  }

  @Override
  public void onConnectionFailure(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {
    tell(each -> each.onEnded(link, ChangeReason.of(reason)));
  }

  @Override
  public void onTokenPrivilegeWillExpire(AgoraRtcConn agoraRtcConn, String token) {
    tell(each -> each.onTokenEnding(link));
  }

  @Override
  public void onTokenPrivilegeDidExpire(AgoraRtcConn agoraRtcConn) {
    tell(each -> each.onTokenEnding(link));
  }

  @Override
  public void onUserJoined(AgoraRtcConn agoraRtcConn, String userId) {
    lane.execute(() -> people.onJoined(link, userId));
  }

  @Override
  public void onUserLeft(AgoraRtcConn agoraRtcConn, String userId, int reason) {
    lane.execute(() -> people.onLeft(link, userId));
  }

  /** Lets the SDK change to what it proposes: a client without AIQoS plays the rest wrongly. */
  @Override
  public int onAIQoSCapabilityMissing(AgoraRtcConn agoraRtcConn, int defaultFallbackSenario) {
    lane.execute(
        () ->
            LOGGER.log(
                Level.INFO,
                "a client in the channel does not know the scenario AI_SERVER; the SDK changes to"
                    + " scenario {0}",
                defaultFallbackSenario));
    return defaultFallbackSenario;
  }
}
