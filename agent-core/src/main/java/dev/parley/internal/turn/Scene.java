package dev.parley.internal.turn;

import dev.parley.ReplyPolicy;
import dev.parley.TurnPolicy;
import dev.parley.internal.conversation.Conversation;
import dev.parley.internal.event.Events;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.internal.reply.Replies;
import dev.parley.spi.PluginContext;
import dev.parley.spi.TurnDetector;
import org.jspecify.annotations.Nullable;

/** What the turns of all participants of a session work with. */
record Scene(
    SessionLoop loop,
    Events events,
    Conversation conversation,
    Replies replies,
    Interruptions interruptions,
    Endpointing endpointing,
    TurnPolicy turns,
    ReplyPolicy replyPolicy,
    @Nullable TurnDetector detector,
    PluginContext context,
    TurnNumbers numbers,
    Addressing addressing) {}
