/**
 * What the scripted vendors share of HTTP and WebSockets: the head of a request, the handshake, and
 * frames. Not exported.
 */
@NullMarked
package dev.parley.testkit.wire;

import org.jspecify.annotations.NullMarked;
