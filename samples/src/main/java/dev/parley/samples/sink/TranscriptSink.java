package dev.parley.samples.sink;

/** Takes transcripts. Called by one thread at a time; may block. */
public interface TranscriptSink extends AutoCloseable {
  /**
   * Takes a line.
   *
   * @throws Exception when it could not be kept; it may be offered again
   */
  void accept(TranscriptLine line) throws Exception;

  /** Keeps what it has and ends; does not throw. */
  @Override
  void close();
}
