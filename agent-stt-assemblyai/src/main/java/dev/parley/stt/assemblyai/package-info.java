/**
 * Speech to text by AssemblyAI's streaming API, version 3. Begin at {@link
 * dev.parley.stt.assemblyai.AssemblyAiStt#builder}.
 */
@NullMarked
package dev.parley.stt.assemblyai;

import org.jspecify.annotations.NullMarked;
