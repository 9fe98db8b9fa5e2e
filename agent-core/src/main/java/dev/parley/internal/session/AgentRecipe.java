package dev.parley.internal.session;

import dev.parley.AgentListener;
import dev.parley.InterruptionPolicy;
import dev.parley.ReplyPolicy;
import dev.parley.Tool;
import dev.parley.TurnPolicy;
import dev.parley.internal.failover.Alternatives;
import dev.parley.spi.Brain;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TurnDetector;
import dev.parley.spi.VoiceActivityDetector;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that a session needs to know of its agent. Immutable. */
public record AgentRecipe(
    Supplier<String> instructions,
    @Nullable SpeechToText stt,
    @Nullable Brain brain,
    Alternatives<Brain> brains,
    @Nullable TextToSpeech tts,
    Alternatives<TextToSpeech> voices,
    @Nullable VoiceActivityDetector vad,
    @Nullable TurnDetector turnDetector,
    @Nullable String greeting,
    List<String> keyterms,
    List<Tool> tools,
    TurnPolicy turns,
    InterruptionPolicy interruptions,
    ReplyPolicy replies,
    List<AgentListener> listeners) {}
