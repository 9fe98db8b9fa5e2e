package dev.parley.local;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;

/**
 * Asks the Silero network about windows of 32 ms. Not thread-safe.
 *
 * <p>Contract of version 5: {@code input} is the last 64 samples of the window before and 512 new
 * ones, {@code state} what the network remembers, {@code sr} the rate; {@code output} is the
 * probability, {@code stateN} the new memory.
 */
final class SileroJudge implements VoiceJudge {
  private static final int WINDOW = 512;
  private static final int CONTEXT = 64;
  private static final int STATE = 2 * 128;

  private final OrtSession session;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final float[] input = new float[CONTEXT + WINDOW];
  private final float[] state = new float[STATE];

  SileroJudge(SileroModel model) {
    this.session = model.session();
  }

  @Override
  public int windowSamples() {
    return WINDOW;
  }

  @Override
  public double threshold() {
    return 0.5;
  }

  @Override
  public double judge(short[] window) {
    System.arraycopy(input, WINDOW, input, 0, CONTEXT);
    for (int i = 0; i < WINDOW; i++) {
      input[CONTEXT + i] = window[i] / 32_768f;
    }
    try {
      return run();
    } catch (OrtException e) {
      throw new AgentException(ErrorKind.INTERNAL, "the silero network failed on a window", e);
    }
  }

  private double run() throws OrtException {
    try (var sound =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(input), new long[] {1, input.length});
        var memory =
            OnnxTensor.createTensor(environment, FloatBuffer.wrap(state), new long[] {2, 1, 128});
        var rate =
            OnnxTensor.createTensor(
                environment, LongBuffer.wrap(new long[] {16_000}), new long[] {});
        var result = session.run(Map.of("input", sound, "state", memory, "sr", rate))) {
      var probability = (OnnxTensor) result.get("output").orElseThrow();
      var after = (OnnxTensor) result.get("stateN").orElseThrow();
      after.getFloatBuffer().get(state);
      return probability.getFloatBuffer().get(0);
    }
  }
}
