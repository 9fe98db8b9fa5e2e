package dev.parley.stt.assemblyai;

import static dev.parley.stt.assemblyai.ModelFamily.U3_REALTIME;
import static dev.parley.stt.assemblyai.ModelFamily.UNIVERSAL_3;
import static dev.parley.stt.assemblyai.ModelFamily.UNIVERSAL_STREAMING;
import static dev.parley.stt.assemblyai.ModelFamily.WHISPER;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The parameters of the vendor's protocol that make sense for a voice agent.
 *
 * <p>Left out on purpose: compressed encodings, webhooks, the vendor's own LLM gateway, audio
 * capture by the vendor, and every deprecated name. {@link AssemblyAiSttBuilder#parameter} sends
 * what is not here.
 */
final class Parameters {
  private static final Set<ModelFamily> ALL = EnumSet.allOf(ModelFamily.class);
  private static final Set<ModelFamily> PRO = EnumSet.of(UNIVERSAL_3, U3_REALTIME);
  private static final Set<ModelFamily> NEW = EnumSet.of(UNIVERSAL_3);
  private static final Set<ModelFamily> NOT_WHISPER =
      EnumSet.of(UNIVERSAL_3, U3_REALTIME, UNIVERSAL_STREAMING);
  private static final Set<ModelFamily> TWO_FINALS = EnumSet.of(UNIVERSAL_STREAMING, WHISPER);
  private static final int LONGEST_TEXT = 1_750;

  /** The keyterms' kind, which can also cut a list to what the vendor takes. */
  static final ListKind KEYTERM_LIST = new ListKind(100, 50);

  static final Parameter MODE =
      live(
          "mode",
          ValueKind.word("min_latency", "balanced", "max_accuracy"),
          NEW,
          "Preset of the turn timers; explicit timers win.");
  static final Parameter MIN_TURN_SILENCE =
      live(
          "min_turn_silence",
          ValueKind.millis(50, 10_000),
          ALL,
          "Silence after which a turn that looks finished ends.");
  static final Parameter MAX_TURN_SILENCE =
      live(
          "max_turn_silence",
          ValueKind.millis(50, 60_000),
          ALL,
          "Silence after which any turn ends.");
  static final Parameter END_OF_TURN_CONFIDENCE =
      live(
          "end_of_turn_confidence_threshold",
          ValueKind.fraction(),
          EnumSet.of(UNIVERSAL_STREAMING),
          "How sure the model must be that a turn is over, 0 to 1.");
  static final Parameter VAD_THRESHOLD =
      live(
          "vad_threshold",
          ValueKind.fraction(),
          ALL,
          "Speech probability below which sound counts as silence, 0 to 1.");
  static final Parameter INTERRUPTION_DELAY =
      live(
          "interruption_delay",
          ValueKind.millis(0, 1_000),
          PRO,
          "Earliest first interim after speech began.");
  static final Parameter CONTINUOUS_PARTIALS =
      live(
          "continuous_partials",
          ValueKind.flag(),
          PRO,
          "Whether interims come about every second in long turns.");
  static final Parameter INCLUDE_PARTIAL_TURNS =
      fixed("include_partial_turns", ValueKind.flag(), ALL, "Whether interims come at all.");
  static final Parameter FORMAT_TURNS =
      fixed(
          "format_turns",
          ValueKind.flag(),
          TWO_FINALS,
          "Whether finals wait for punctuation and case, about 0.2 s.");
  static final Parameter KEYTERMS =
      live(
          "keyterms_prompt",
          KEYTERM_LIST,
          NOT_WHISPER,
          "Names and words to expect, separated by commas.");
  static final Parameter PROMPT =
      live(
          "prompt",
          ValueKind.text(LONGEST_TEXT),
          PRO,
          "What the talk is about, or how to write it down.");
  static final Parameter AGENT_CONTEXT =
      live("agent_context", ValueKind.text(LONGEST_TEXT), PRO, "What the agent said last.");
  static final Parameter PREVIOUS_CONTEXT =
      fixed(
          "previous_context_n_turns",
          ValueKind.whole(0, 100),
          PRO,
          "How many earlier turns the model remembers; 0 none.");
  static final Parameter DOMAIN =
      fixed("domain", ValueKind.word(), ALL, "Vocabulary of a field, such as medical-v1.");
  static final Parameter LANGUAGE_CODES =
      live(
          "language_codes",
          new ListKind(10, 20),
          NEW,
          "Languages to expect, most likely first, separated by commas; none: any.");
  static final Parameter LANGUAGE_DETECTION =
      fixed(
          "language_detection",
          ValueKind.flag(),
          ALL,
          "Whether finals tell the language that was spoken.");
  static final Parameter SPEAKER_LABELS =
      fixed(
          "speaker_labels",
          ValueKind.flag(),
          NOT_WHISPER,
          "Whether finals tell speakers of one microphone apart; turns end later.");
  static final Parameter MAX_SPEAKERS =
      fixed("max_speakers", ValueKind.whole(1, 10), NOT_WHISPER, "Most speakers to tell apart.");
  static final Parameter REVISION_INTERVAL =
      fixed(
          "speaker_labels_revision_interval_ms",
          ValueKind.zeroOrMillis(120_000, 10_800_000),
          NOT_WHISPER,
          "How often speaker labels are corrected; 0 at the end only.");
  static final Parameter VOICE_FOCUS =
      fixed(
          "voice_focus",
          ValueKind.word("near-field", "far-field"),
          PRO,
          "Suppression of noise and voices in the background.");
  static final Parameter VOICE_FOCUS_THRESHOLD =
      fixed("voice_focus_threshold", ValueKind.fraction(), PRO, "How much is suppressed, 0 to 1.");
  static final Parameter FILTER_PROFANITY =
      live("filter_profanity", ValueKind.flag(), ALL, "Whether swear words become asterisks.");
  static final Parameter REDACT_PII =
      fixed(
          "redact_pii",
          ValueKind.flag(),
          ALL,
          "Whether personal data is taken out of finals; there are no interims then.");
  static final Parameter REDACT_PII_POLICIES =
      fixed(
          "redact_pii_policies",
          new ListKind(60, 40),
          ALL,
          "What counts as personal data, separated by commas.");
  static final Parameter REDACT_PII_SUB =
      fixed(
          "redact_pii_sub",
          ValueKind.word("hash", "entity_name"),
          ALL,
          "What stands in place of personal data.");
  static final Parameter INACTIVITY_TIMEOUT =
      fixed(
          "inactivity_timeout",
          ValueKind.seconds(5, 3_600),
          ALL,
          "After how long without a message the server gives a lost client up.");
  static final Parameter SESSION_HEARTBEAT =
      fixed(
          "session_heartbeat",
          ValueKind.flag(),
          ALL,
          "Whether the server tells every 5 s how much audio it has received.");

  private static final List<Parameter> TABLE =
      List.of(
          MODE,
          MIN_TURN_SILENCE,
          MAX_TURN_SILENCE,
          END_OF_TURN_CONFIDENCE,
          VAD_THRESHOLD,
          INTERRUPTION_DELAY,
          CONTINUOUS_PARTIALS,
          INCLUDE_PARTIAL_TURNS,
          FORMAT_TURNS,
          KEYTERMS,
          PROMPT,
          AGENT_CONTEXT,
          PREVIOUS_CONTEXT,
          DOMAIN,
          LANGUAGE_CODES,
          LANGUAGE_DETECTION,
          SPEAKER_LABELS,
          MAX_SPEAKERS,
          REVISION_INTERVAL,
          VOICE_FOCUS,
          VOICE_FOCUS_THRESHOLD,
          FILTER_PROFANITY,
          REDACT_PII,
          REDACT_PII_POLICIES,
          REDACT_PII_SUB,
          INACTIVITY_TIMEOUT,
          SESSION_HEARTBEAT);

  private Parameters() {}

  /** All of them, in the order of the documentation. */
  static List<Parameter> all() {
    return TABLE;
  }

  private static Parameter live(
      String name, ValueKind kind, Set<ModelFamily> families, String sentence) {
    return new Parameter(name, kind, families, true, sentence);
  }

  private static Parameter fixed(
      String name, ValueKind kind, Set<ModelFamily> families, String sentence) {
    return new Parameter(name, kind, families, false, sentence);
  }
}
