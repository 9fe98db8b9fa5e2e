package dev.parley.testkit;

import java.util.List;
import org.apiguardian.api.API;

/** A fake that opens streams and can say which of them have not ended. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface StreamSource {
  /**
   * Which streams were opened and have not been told {@code onClosed} yet, in words; empty when all
   * have ended.
   */
  List<String> unfinishedStreams();
}
