package dev.parley.internal.reply;

import dev.parley.ReplyPolicy;
import dev.parley.internal.conversation.Conversation;
import dev.parley.internal.event.Events;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.internal.playout.Playout;
import dev.parley.internal.voice.Voice;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What all replies of a session work with.
 *
 * @param thinker null for an agent without a brain, which only says what the application gives it
 * @param hangUp closes the session for a reason
 */
public record Stage(
    SessionLoop loop,
    Events events,
    Conversation conversation,
    Voice voice,
    Playout playout,
    @Nullable Thinker thinker,
    ToolBox tools,
    ReplyPolicy policy,
    Consumer<String> hangUp) {}
