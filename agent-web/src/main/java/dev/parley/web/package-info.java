/**
 * The transport {@code web}: a browser page as a room, PCM over a WebSocket. Begin with {@link
 * dev.parley.web.WebTransport}; {@code docs/web.md} describes the page and the protocol.
 */
@NullMarked
package dev.parley.web;

import org.jspecify.annotations.NullMarked;
