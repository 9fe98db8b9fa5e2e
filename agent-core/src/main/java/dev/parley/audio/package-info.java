/** PCM values and tools: {@link dev.parley.audio.AudioFrame}, resampling, WAV files. */
@NullMarked
package dev.parley.audio;

import org.jspecify.annotations.NullMarked;
