package dev.parley.brain.langchain4j;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that ends when its reader has had enough, though its server may leave it open. */
final class EndableStream extends FilterInputStream {
  private volatile boolean over;

  EndableStream(InputStream body) {
    super(body);
  }

  void end() {
    over = true;
  }

  @Override
  public int read() throws IOException {
    return over ? -1 : super.read();
  }

  @Override
  public int read(byte[] bytes, int from, int most) throws IOException {
    return over ? -1 : super.read(bytes, from, most);
  }
}
