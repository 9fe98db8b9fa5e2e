package dev.parley.local.brain;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Turns short texts into vectors whose directions are their meanings: all-MiniLM-L6-v2, quantised.
 * Thread-safe; some milliseconds a sentence.
 *
 * <p>Model and vocabulary come from the jar of LangChain4j's embedding model, of which nothing else
 * is used: its tokenizer is a native library that is missing on some machines.
 */
final class MiniLm {
  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

  /** What the model was trained on. */
  private static final int LONGEST = 256;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final WordPieces pieces;

  private MiniLm(OrtSession session, WordPieces pieces) {
    this.session = session;
    this.pieces = pieces;
  }

  /** Returns the model, which all brains of this JVM share; the first time it is loaded. */
  static MiniLm shared() {
    return Holder.SHARED;
  }

  private static MiniLm load() {
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtSession session = OrtEnvironment.getEnvironment().createSession(read(MODEL), options);
      String tokenizer = new String(read(TOKENIZER), StandardCharsets.UTF_8);
      return new MiniLm(session, new WordPieces(Vocabulary.read(tokenizer), LONGEST));
    } catch (OrtException | IOException | LinkageError e) {
      throw new AgentException(
          ErrorKind.MISSING,
          "the embedding model cannot run on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch"),
          e);
    }
  }

  private static byte[] read(String resource) throws IOException {
    try (InputStream in = MiniLm.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is not in the jars of agent-local");
      }
      return in.readAllBytes();
    }
  }

  /** Returns the vector of a text, of length one. */
  float[] meaning(String text) {
    long[] ids = pieces.of(text);
    var ones = new long[ids.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor input = tensor(ids);
        OnnxTensor mask = tensor(ones);
        OnnxTensor types = tensor(new long[ids.length]);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
      return normal(mean(((float[][][]) result.get(0).getValue())[0]));
    } catch (OrtException e) {
      throw new AgentException(ErrorKind.INTERNAL, "the embedding model failed on a text", e);
    }
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }

  private static float[] mean(float[][] tokens) {
    var mean = new float[tokens[0].length];
    for (float[] token : tokens) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += token[i] / tokens.length;
      }
    }
    return mean;
  }

  private static float[] normal(float[] vector) {
    double length = Math.sqrt(product(vector, vector));
    var normal = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      normal[i] = (float) (vector[i] / length);
    }
    return normal;
  }

  /** The cosine of the angle between two vectors of length one. */
  static double product(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }

  private static final class Holder {
    static final MiniLm SHARED = load();
  }
}
