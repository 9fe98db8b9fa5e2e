/**
 * Vendors of voices on a loopback socket: {@link dev.parley.testkit.tts.VoiceVendor} speaks any
 * text in a vendor's protocol, {@link dev.parley.testkit.tts.VoiceFixturePlayer} plays a recorded
 * script line by line. Needs jackson-databind on the class path.
 */
@NullMarked
package dev.parley.testkit.tts;

import org.jspecify.annotations.NullMarked;
