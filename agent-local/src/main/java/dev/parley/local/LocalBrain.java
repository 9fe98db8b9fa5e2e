package dev.parley.local;

import dev.parley.local.brain.Documents;
import dev.parley.local.script.Intent;
import dev.parley.local.script.PhraseMatcher;
import dev.parley.spi.Brain;
import dev.parley.spi.ReplyListener;
import dev.parley.spi.ReplyRequest;
import dev.parley.spi.ReplyStream;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Answers from a {@link Domain}, and from documents by meaning, on this machine and within
 * milliseconds. Thread-safe.
 *
 * <p>It remembers nothing: what was ordered and asked is worked out from the conversation each
 * time. What a domain's {@code Do:} names is a tool of the agent, its name with underscores: {@code
 * book table} calls {@code book_table}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LocalBrain extends Brain {
  private final Domain domain;
  private final PhraseMatcher matcher;
  private final Documents documents;

  /**
   * Creates a brain and works out what the documents mean, which takes about a second.
   *
   * @param markdown the documents; each second-level heading begins a passage that answers
   *     questions
   * @throws IllegalArgumentException when the domain names a passage that no document has
   */
  public LocalBrain(Domain domain, List<String> markdown) {
    this.domain = domain;
    this.matcher = new PhraseMatcher(domain.script());
    this.documents = new Documents(markdown);
    domain.script().intents().forEach(this::check);
  }

  private void check(Intent intent) {
    String passage = intent.passage();
    if (passage != null && documents.passage(passage).isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' is answered from the passage '%s', but no document has the heading '## %s'; add it"
              .formatted(intent.title(), passage, passage));
    }
  }

  @Override
  public String name() {
    return "local";
  }

  @Override
  public ReplyStream open(ReplyRequest request, ReplyListener listener) {
    var stream = new LocalReply(domain.script(), matcher, documents, request, listener);
    request.context().blocking().execute(stream::think);
    return stream;
  }
}
