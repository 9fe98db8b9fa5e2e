package dev.parley.internal.conversation;

import dev.parley.ConversationItem;
import dev.parley.ToolCall;
import dev.parley.internal.voice.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The record of turns and replies as they were heard: the only memory a brain is given. On the
 * session loop.
 *
 * <p>Entries stand in the order in which they began, turns that had to wait for the agent's end
 * where they are answered. What the agent is still saying counts as said; once it was interrupted,
 * only what was heard counts.
 */
public final class Conversation {
  private final List<Entry> entries = new ArrayList<>();

  /** A place in the record. */
  abstract static class Entry {
    /** Adds what stands here now, which may be nothing. */
    abstract void addTo(List<ConversationItem> items);
  }

  /** What a participant said in one turn, or in several that were answered as one. */
  public static final class UserEntry extends Entry {
    private final String who;
    private final String name;
    private final long began;
    private String text;
    private boolean answered;
    private boolean waits;

    private UserEntry(String who, String name, String text, long began) {
      this.who = who;
      this.name = name;
      this.text = text;
      this.began = began;
    }

    /** All that was said. */
    public String text() {
      return text;
    }

    /** Replaces the text, because late words came. */
    public void text(String text) {
      this.text = text;
    }

    /** Says that later words are another entry: it has been answered, or will not be. */
    public void close() {
      answered = true;
    }

    @Override
    void addTo(List<ConversationItem> items) {
      items.add(new ConversationItem.UserTurn(who, name, text));
    }
  }

  private static final class SpeechEntry extends Entry {
    private final Speech speech;

    SpeechEntry(Speech speech) {
      this.speech = speech;
    }

    @Override
    void addTo(List<ConversationItem> items) {
      String text = speech.isPartial() ? speech.heard() : speech.text().strip();
      if (!text.isBlank()) {
        items.add(new ConversationItem.AgentSpeech(text, speech.isPartial()));
      }
    }
  }

  /** A tool call and the place of its one result. */
  public static final class CallEntry extends Entry {
    private final ToolCall call;
    private final Object step;
    private @Nullable String result;

    private CallEntry(ToolCall call, Object step) {
      this.call = call;
      this.step = step;
    }

    /** What was called. */
    public ToolCall call() {
      return call;
    }

    /** Sets the result; a second one is refused. */
    public void result(String text) {
      if (result != null) {
        throw new IllegalStateException(
            "the call " + call.id() + " of " + call.tool() + " has its result already");
      }
      result = text;
    }

    /** Whether the result is there. */
    public boolean hasResult() {
      return result != null;
    }

    @Override
    void addTo(List<ConversationItem> items) {
      items.add(new ConversationItem.Call(call));
    }

    void addResultTo(List<ConversationItem> items) {
      String text = Objects.requireNonNullElse(result, call.tool() + " is still running");
      items.add(new ConversationItem.Result(call.id(), call.tool(), text));
    }
  }

  /**
   * Adds a turn. Unanswered turns stand in the order in which they began; those of one participant
   * that meet are one.
   */
  public UserEntry addTurn(String who, String name, String text, long began) {
    UserEntry last = lastUnanswered();
    if (last != null && last.who.equals(who)) {
      last.text = last.text + " " + text;
      last.waits = false;
      return last;
    }
    var entry = new UserEntry(who, name, text, began);
    int at = entries.size();
    while (at > 0
        && entries.get(at - 1) instanceof UserEntry before
        && !before.answered
        && before.began > began) {
      at--;
    }
    entries.add(at, entry);
    return entry;
  }

  /**
   * Adds a turn that is answered by itself when the agent has finished: until {@link #hearWaiting}
   * no request holds it.
   */
  public UserEntry addWaitingTurn(String who, String name, String text, long began) {
    for (Entry entry : entries) {
      if (entry instanceof UserEntry waiting && waiting.waits && waiting.who.equals(who)) {
        waiting.text = waiting.text + " " + text;
        return waiting;
      }
    }
    var entry = new UserEntry(who, name, text, began);
    entry.waits = true;
    entries.add(entry);
    return entry;
  }

  /**
   * What waited is answered now: it stands behind what the agent said meanwhile, and before a turn
   * that came later.
   *
   * @param answered the latest turn that is answered, or null
   */
  public void hearWaiting(@Nullable UserEntry answered) {
    List<UserEntry> waiting = waiting();
    waiting.forEach(each -> each.waits = false);
    entries.removeAll(waiting);
    boolean before = answered != null && !answered.answered && entries.contains(answered);
    entries.addAll(before ? entries.indexOf(answered) : entries.size(), waiting);
  }

  private List<UserEntry> waiting() {
    var waiting = new ArrayList<UserEntry>();
    for (Entry entry : entries) {
      if (entry instanceof UserEntry user && user.waits) {
        waiting.add(user);
      }
    }
    return waiting;
  }

  private @Nullable UserEntry lastUnanswered() {
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (entry instanceof UserEntry user) {
        return user.answered ? null : user;
      }
      if (!isUnheard(entry)) {
        return null;
      }
    }
    return null;
  }

  private static boolean isUnheard(Entry entry) {
    return entry instanceof UserEntry
        || (entry instanceof SpeechEntry speech
            && speech.speech.isCut()
            && speech.speech.heard().isEmpty());
  }

  /** Closes a turn that has been answered and all before it. */
  public void closeUpTo(UserEntry last) {
    for (Entry entry : entries) {
      if (entry instanceof UserEntry user) {
        user.close();
      }
      if (entry == last) {
        return;
      }
    }
  }

  /** Adds what the agent is about to say. */
  public void addSpeech(Speech speech) {
    entries.add(new SpeechEntry(speech));
  }

  /**
   * Adds a tool call without its result.
   *
   * @param step what calls of one request to the brain share
   */
  public CallEntry addCall(ToolCall call, Object step) {
    var entry = new CallEntry(call, step);
    entries.add(entry);
    return entry;
  }

  /** What stands in the record now, oldest first; calls of one step come before their results. */
  public List<ConversationItem> items() {
    return items(entries);
  }

  /** What a request holds now: the record without what waits for an answer of its own. */
  public List<ConversationItem> itemsForRequest() {
    List<UserEntry> waiting = waiting();
    return items(entries.stream().filter(entry -> !waiting.contains(entry)).toList());
  }

  private static List<ConversationItem> items(List<Entry> entries) {
    var items = new ArrayList<ConversationItem>();
    var calls = new ArrayList<CallEntry>();
    for (Entry entry : entries) {
      boolean together =
          entry instanceof CallEntry call && !calls.isEmpty() && calls.get(0).step == call.step;
      if (!together) {
        calls.forEach(call -> call.addResultTo(items));
        calls.clear();
      }
      entry.addTo(items);
      if (entry instanceof CallEntry call) {
        calls.add(call);
      }
    }
    calls.forEach(call -> call.addResultTo(items));
    return items;
  }
}
