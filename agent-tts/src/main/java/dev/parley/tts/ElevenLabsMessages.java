package dev.parley.tts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The messages to ElevenLabs, in the dialect of either socket: the one of many contexts, and the
 * dialogue socket that the fourth generation of models speaks on. Immutable.
 */
final class ElevenLabsMessages {
  private final boolean dialogue;
  private final String voice;
  private final @Nullable ObjectNode voiceSettings;

  ElevenLabsMessages(boolean dialogue, String voice, @Nullable ObjectNode voiceSettings) {
    this.dialogue = dialogue;
    this.voice = Objects.requireNonNull(voice, "voice");
    this.voiceSettings = voiceSettings;
  }

  /**
   * Opens a context. It must be the context's first message: settings that come later close the
   * socket.
   */
  ObjectNode open(String context) {
    ObjectNode message = in(context);
    if (dialogue) {
      message.putArray("voices").add(voice);
    } else {
      message.put("text", " ");
    }
    if (voiceSettings != null) {
      message.set("voice_settings", voiceSettings.deepCopy());
    }
    return message;
  }

  /** Has a text spoken at once. */
  List<ObjectNode> say(String context, String text) {
    if (!dialogue) {
      return List.of(in(context).put("text", text).put("flush", true));
    }
    ObjectNode message = in(context);
    message
        .putArray("inputs")
        .addObject()
        .put("text", text)
        .put("voice_id", voice)
        .put("new_turn", false);
    return List.of(message, in(context).put("flush", true));
  }

  /** Resets the idle clock of a context that was opened; it would open one that was not. */
  ObjectNode keepAlive(String context) {
    return dialogue ? in(context).put("keep_alive", true) : in(context).put("text", "");
  }

  /** Ends a context; what was flushed is still spoken. */
  ObjectNode close(String context) {
    return in(context).put("close_context", true);
  }

  /** Closes the socket in good manners. */
  ObjectNode closeSocket() {
    return Json.object().put("close_socket", true);
  }

  private static ObjectNode in(String context) {
    return Json.object().put("context_id", context);
  }
}
