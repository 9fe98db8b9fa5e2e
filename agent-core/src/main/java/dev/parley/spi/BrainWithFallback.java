package dev.parley.spi;

import dev.parley.Tool;
import java.util.ArrayList;
import java.util.List;

/** Several engines as one; whoever opens it directly, and not through a session, gets the first. */
final class BrainWithFallback extends Brain {
  private final List<Brain> all;

  BrainWithFallback(Brain first, Brain... others) {
    var flat = new ArrayList<>(first.alternatives());
    for (Brain other : others) {
      flat.addAll(other.alternatives());
    }
    this.all = List.copyOf(flat);
  }

  @Override
  public String name() {
    return all.get(0).name();
  }

  @Override
  public List<Brain> alternatives() {
    return all;
  }

  @Override
  public ReplyStream open(ReplyRequest request, ReplyListener listener) {
    return all.get(0).open(request, listener);
  }

  @Override
  public List<Tool> tools() {
    return all.get(0).tools();
  }

  @Override
  public void anticipate(ReplyRequest request) {
    all.get(0).anticipate(request);
  }

  @Override
  public void close() {
    all.forEach(Brain::close);
  }
}
