/**
 * What applications call: describe a {@link dev.parley.VoiceAgent}, start it in a room, listen to
 * its {@linkplain dev.parley.AgentEvent events}.
 */
@NullMarked
package dev.parley;

import org.jspecify.annotations.NullMarked;
