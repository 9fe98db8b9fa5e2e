/**
 * Voices of vendors that stream: {@link dev.parley.tts.OpenAiTts}, {@link
 * dev.parley.tts.ElevenLabsTts}, {@link dev.parley.tts.CartesiaTts}, {@link
 * dev.parley.tts.DeepgramTts} and {@link dev.parley.tts.AssemblyAiTts}; and {@link
 * dev.parley.tts.CachedPhrases} around any of them.
 */
@NullMarked
package dev.parley.tts;

import org.jspecify.annotations.NullMarked;
