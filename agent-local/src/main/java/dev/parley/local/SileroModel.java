package dev.parley.local;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;

/** The Silero network, version 5, loaded from this jar once for each engine. Thread-safe. */
final class SileroModel implements AutoCloseable {
  private static final String RESOURCE = "silero/silero_vad_v5.onnx";
  private static final String SHA_256 =
      "2623a2953f6ff3d2c1e61740c6cdb7168133479b267dfef114a4a3cc5bdd788f";

  private final OrtSession session;
  private final AtomicBoolean closed = new AtomicBoolean();

  private SileroModel(OrtSession session) {
    this.session = session;
  }

  /** Loads it. @throws AgentException when it cannot run here */
  static SileroModel load() {
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry(
          "session.intra_op.allow_spinning", "0"); // spinning threads would burn a core for silence
      return new SileroModel(OrtEnvironment.getEnvironment().createSession(bytes(), options));
    } catch (OrtException | IOException | LinkageError e) {
      throw new AgentException(
          ErrorKind.MISSING,
          "the silero network cannot run on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + "; use --vad energy, which needs no native code",
          e);
    }
  }

  private static byte[] bytes() throws IOException {
    try (InputStream in = SileroModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException(RESOURCE + " is not in the jar");
      }
      byte[] model = in.readAllBytes();
      String found = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model));
      if (!found.equals(SHA_256)) {
        throw new IOException(
            RESOURCE + " has the checksum " + found + ", not " + SHA_256 + "; the jar is damaged");
      }
      return model;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  OrtSession session() {
    return session;
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the silero network did not close", e);
    }
  }
}
