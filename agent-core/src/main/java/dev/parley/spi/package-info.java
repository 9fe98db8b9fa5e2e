/**
 * What plugins extend: transports, speech to text, brains, text to speech, voice activity and turn
 * detection.
 *
 * <p>Each kind is a thread-safe engine ({@link dev.parley.spi.SpeechToText}) that opens streams,
 * and a provider ({@link dev.parley.spi.SttProvider}) that {@link java.util.ServiceLoader} finds.
 */
@NullMarked
package dev.parley.spi;

import org.jspecify.annotations.NullMarked;
