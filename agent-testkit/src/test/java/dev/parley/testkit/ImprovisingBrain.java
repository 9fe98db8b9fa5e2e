package dev.parley.testkit;

import dev.parley.ToolSpec;
import dev.parley.spi.Brain;
import dev.parley.spi.ReplyListener;
import dev.parley.spi.ReplyRequest;
import dev.parley.spi.ReplyStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Answers anything, in words that nobody else uses, at random times; now and then it calls a tool
 * or fails. The same seed gives the same answers.
 */
public final class ImprovisingBrain extends Brain implements StreamSource {
  private final SplittableRandom random;
  private final double failureRate;
  private final OpenStreams streams = new OpenStreams();
  private int words;
  private int calls;

  /** Creates a brain. */
  public ImprovisingBrain(long seed, double failureRate) {
    this.random = new SplittableRandom(seed);
    this.failureRate = failureRate;
  }

  @Override
  public String name() {
    return "improvising";
  }

  @Override
  public ReplyStream open(ReplyRequest request, ReplyListener listener) {
    var stream =
        new ScriptedReplyStream(
            request.context().clock(),
            listener,
            streams.open("improvised reply " + request.reply()));
    boolean fails = random.nextDouble() < failureRate;
    stream.begin(
        new BrainScript.Choice(newLine(request.tools(), fails), fails), request.tools().isEmpty());
    return stream;
  }

  private BrainLine newLine(List<ToolSpec> tools, boolean fails) {
    Duration firstToken = Duration.ofMillis(random.nextInt(20, 1_500));
    var line =
        BrainLine.hears("")
            .firstToken(firstToken)
            .lasts(firstToken.plusMillis(random.nextInt(0, 1_000)));
    boolean callsTools = !tools.isEmpty() && random.nextInt(4) == 0;
    if (callsTools) {
      int count = random.nextInt(1, 3);
      for (int i = 0; i < count; i++) {
        call(tools.get(random.nextInt(tools.size())), line);
      }
    }
    if (!callsTools || random.nextBoolean()) {
      line.says(sentences());
    }
    return fails ? line.fails(failure()).build() : line.build();
  }

  private Failure failure() {
    return switch (random.nextInt(4)) {
      case 0 -> Failure.RATE_LIMITED;
      case 1 -> Failure.CUT;
      case 2 -> Failure.TIMEOUT;
      default -> Failure.SERVER_ERROR;
    };
  }

  private void call(ToolSpec tool, BrainLine.Builder line) {
    boolean complete = random.nextInt(5) > 0;
    calls++;
    String name = random.nextInt(20) == 0 ? "no_such_tool" : tool.name();
    line.calls("c" + calls, name, complete ? Map.of("day", "monday") : Map.of());
  }

  private String sentences() {
    var text = new StringBuilder();
    int sentences = random.nextInt(1, 4);
    for (int i = 0; i < sentences; i++) {
      int length = random.nextInt(1, 7);
      for (int word = 0; word < length; word++) {
        text.append(text.isEmpty() ? "" : " ").append("answer").append(++words);
      }
      text.append(
          switch (random.nextInt(4)) {
            case 0 -> "?";
            case 1 -> "!";
            default -> ".";
          });
    }
    return text.toString();
  }

  @Override
  public List<String> unfinishedStreams() {
    return streams.names();
  }
}
