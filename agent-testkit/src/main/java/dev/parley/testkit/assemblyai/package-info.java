/**
 * A server that speaks AssemblyAI's streaming API on a loopback socket, for tests of clients: it
 * plays recorded sessions, or recognises {@linkplain dev.parley.testkit.assemblyai.CodedSpeech
 * coded speech}; it is strict about what it is sent, and breaks wherever it is told to. Begin at
 * {@link dev.parley.testkit.assemblyai.ScriptedAssemblyAi}.
 *
 * <p>Needs jackson-databind on the class path.
 */
@NullMarked
package dev.parley.testkit.assemblyai;

import org.jspecify.annotations.NullMarked;
