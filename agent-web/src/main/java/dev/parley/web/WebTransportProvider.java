package dev.parley.web;

import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import dev.parley.spi.Transport;
import dev.parley.spi.TransportProvider;
import java.util.List;
import org.apiguardian.api.API;

/** Makes the transport {@code web} from settings; found by the {@link java.util.ServiceLoader}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class WebTransportProvider extends TransportProvider {
  /** The address to listen on. */
  public static final Setting HOST =
      Setting.of(
              "web-host",
              "Address to listen on; with any but this machine's own, links carry a token.")
          .defaultValue("127.0.0.1")
          .build();

  /** The port of the page. */
  public static final Setting PORT =
      Setting.of("web-port", "Port of the page; if it is taken the next free one is used.")
          .defaultValue("8080")
          .build();

  /** What links must carry. */
  public static final Setting TOKEN =
      Setting.of(
              "web-token",
              "Token that links must carry; without it a random one where one is needed.")
          .secret()
          .build();

  /** Creates the provider. */
  public WebTransportProvider() {}

  @Override
  public String name() {
    return "web";
  }

  @Override
  public String sentence() {
    return "A page in the browser is the room; needs no account.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(HOST, PORT, TOKEN);
  }

  /** Low: whoever has configured another way into a room wants that. */
  @Override
  public int priority() {
    return 1;
  }

  @Override
  public Transport create(Settings settings) {
    WebTransport.Builder builder =
        WebTransport.builder().host(settings.get(HOST)).port(settings.getInt(PORT));
    settings.find(TOKEN).ifPresent(builder::token);
    return builder.build();
  }
}
