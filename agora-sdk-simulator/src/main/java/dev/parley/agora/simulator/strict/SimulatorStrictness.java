package dev.parley.agora.simulator.strict;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the code under test does wrong with the SDK, so that a test can fail on it.
 * Thread-safe.
 */
public final class SimulatorStrictness {
  private static final System.Logger LOG = System.getLogger(SimulatorStrictness.class.getName());
  private static final int MOST_KEPT = 1_000;

  private final List<Violation> violations = new ArrayList<>();
  private final Set<ViolationKind> allowed = EnumSet.noneOf(ViolationKind.class);
  private int notKept;

  /** Starts with nothing allowed and nothing recorded. */
  public SimulatorStrictness() {}

  /** Stops recording {@code kind} from now on; for programs that are known to do it. */
  public synchronized void allow(ViolationKind kind) {
    allowed.add(kind);
  }

  /** Records a violation and logs it as a warning. Called by the simulator. */
  public void record(ViolationKind kind, String where, String detail, @Nullable Throwable cause) {
    Violation violation = new Violation(kind, where, detail, cause);
    if (keep(violation)) {
      LOG.log(System.Logger.Level.WARNING, "misuse of the Agora SDK: {0}", violation);
    }
  }

  private synchronized boolean keep(Violation violation) {
    if (allowed.contains(violation.kind())) {
      return false;
    }
    if (violations.size() == MOST_KEPT) {
      notKept++;
      return false;
    }
    return violations.add(violation);
  }

  /** Returns what was recorded so far, oldest first; at most a thousand. */
  public synchronized List<Violation> violations() {
    return List.copyOf(violations);
  }

  /** Returns how many violations were not kept because there were too many. */
  public synchronized int notKept() {
    return notKept;
  }

  /** Removes and returns the violations of one kind: a test that expects them takes them out. */
  public synchronized List<Violation> take(ViolationKind kind) {
    List<Violation> taken = violations.stream().filter(v -> v.kind() == kind).toList();
    violations.removeAll(taken);
    return taken;
  }

  /**
   * Fails when anything was recorded and not taken out.
   *
   * @throws AssertionError naming every violation; their causes are suppressed exceptions of it
   */
  public synchronized void assertClean() {
    if (violations.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder("the Agora SDK was misused:");
    violations.forEach(violation -> text.append("\n  ").append(violation));
    AssertionError error = new AssertionError(text.toString());
    violations.stream()
        .map(Violation::cause)
        .filter(cause -> cause != null)
        .forEach(error::addSuppressed);
    throw error;
  }
}
