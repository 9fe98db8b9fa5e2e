package dev.parley.testkit.assemblyai;

import com.fasterxml.jackson.databind.JsonNode;

/** What the server does with one visit. Called on the connection's thread, one call at a time. */
interface Script {
  /** The connection was opened and its parameters are right. */
  void opened(Visit visit);

  /** A message of audio came, of a right length. */
  void audio(Visit visit, byte[] payload);

  /** A message came, of a known type. */
  void message(Visit visit, JsonNode message);

  /** The connection ended. */
  void closed(Visit visit, int code);
}
