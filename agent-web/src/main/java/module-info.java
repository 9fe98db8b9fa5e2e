import dev.parley.spi.TransportProvider;
import dev.parley.web.WebTransportProvider;

/** The transport {@code web}: a browser page as a room. */
module dev.parley.web {
  requires static transitive org.apiguardian.api;
  requires static transitive org.jspecify;
  requires transitive dev.parley.core;
  requires com.fasterxml.jackson.databind;
  requires org.eclipse.jetty.http;
  requires org.eclipse.jetty.server;
  requires org.eclipse.jetty.util;
  requires org.eclipse.jetty.websocket.core.common;
  requires org.eclipse.jetty.websocket.core.server;

  exports dev.parley.web;

  provides TransportProvider with
      WebTransportProvider;
}
