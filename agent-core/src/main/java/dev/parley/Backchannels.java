package dev.parley;

import java.util.List;

/** Words that show that someone listens. */
final class Backchannels {
  static final List<String> ENGLISH =
      List.of(
          "mm-hm", "mm", "mhm", "hm", "hmm", "uh-huh", "uh huh", "yeah", "yep", "yes", "right",
          "okay", "ok", "sure", "i see", "got it", "aha", "ah", "oh", "wow", "really", "exactly",
          "true", "cool", "great");

  private Backchannels() {}
}
