package dev.parley;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * One entry of the conversation <em>as it was heard</em>. Immutable.
 *
 * <p>Kinds may be added: keep a default branch.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ConversationItem {
  /**
   * What a participant said or typed in one turn.
   *
   * @param who the participant's id
   * @param name the participant's name
   * @param text the final transcript
   */
  record UserTurn(String who, String name, String text) implements ConversationItem {
    /** Checks that nothing is missing. */
    public UserTurn {
      Objects.requireNonNull(who, "who");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
      return "UserTurn[" + who + ", " + text.length() + " characters]";
    }
  }

  /**
   * What the agent was heard to say.
   *
   * @param text as far as it was heard, to the word
   * @param interrupted whether it had more to say
   */
  record AgentSpeech(String text, boolean interrupted) implements ConversationItem {
    /** Checks that nothing is missing. */
    public AgentSpeech {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
      return "AgentSpeech[" + text.length() + " characters, interrupted " + interrupted + "]";
    }
  }

  /**
   * A tool that the brain called. Exactly one {@link Result} with the same id follows somewhere.
   *
   * @param call what was called
   */
  record Call(ToolCall call) implements ConversationItem {
    /** Checks that nothing is missing. */
    public Call {
      Objects.requireNonNull(call, "call");
    }
  }

  /**
   * What came of a tool call.
   *
   * @param id of the call
   * @param tool the tool's name
   * @param text the result, or words that say why there is none
   */
  record Result(String id, String tool, String text) implements ConversationItem {
    /** Checks that nothing is missing. */
    public Result {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(tool, "tool");
      Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
      return "Result[" + tool + " " + id + ", " + text.length() + " characters]";
    }
  }
}
