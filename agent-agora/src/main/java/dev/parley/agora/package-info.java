/**
 * The transport {@code agora}: Agora channels as rooms. Begin with {@link
 * dev.parley.agora.AgoraTransport}; {@code docs/agora.md} leads from an account to a running bot.
 */
@NullMarked
package dev.parley.agora;

import org.jspecify.annotations.NullMarked;
