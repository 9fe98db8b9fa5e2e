package dev.parley.agora;

import dev.parley.AgentEvent;
import dev.parley.ReplyEvent;
import dev.parley.ReplyOutcome;
import dev.parley.TurnEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Captions as Agora's conversational AI toolkit for web clients reads them from data messages.
 *
 * <p>A packet is text: number of the message, number of the part from 1, how many parts, and a
 * piece of the base64 of the JSON, with {@code |} between. The texts of a turn and of a reply come
 * whole each time, so that the last one is enough; {@code docs/agora.md} tells the fields.
 */
final class ToolkitForm implements MessageForm {
  private static final String USER = "user.transcription";
  private static final String AGENT = "assistant.transcription";
  private static final String INTERRUPT = "message.interrupt";

  private static final int IN_PROGRESS = 0;
  private static final int ENDED = 1;
  private static final int INTERRUPTED = 2;

  /** Clients know the agent by this number instead of its uid. */
  private static final int AGENT_STREAM = 0;

  /** Room for the three numbers and the lines between them within {@link Packets#MOST_BYTES}. */
  private static final int PIECE = Packets.MOST_BYTES - "ffffffff|64|64|".length();

  private final String agent;
  private final Map<Integer, StringBuilder> replies = new HashMap<>();

  /** Several agents may write to one channel, and clients tell messages apart by numbers only. */
  private final int firstNumber = ThreadLocalRandom.current().nextInt();

  private int sequence;

  /** Creates it for an agent with this uid. */
  ToolkitForm(String agent) {
    this.agent = agent;
  }

  @Override
  public List<Outgoing> of(AgentEvent event) {
    if (event instanceof TurnEvent turn) {
      return ofTurn(turn);
    } else if (event instanceof ReplyEvent.Text text) {
      String soFar =
          replies
              .computeIfAbsent(text.reply(), reply -> new StringBuilder())
              .append(text.text())
              .toString();
      return List.of(Outgoing.passing(said(text, soFar, IN_PROGRESS), "reply" + text.reply()));
    } else if (event instanceof ReplyEvent.Ended ended) {
      return ofEnd(ended);
    }
    return List.of();
  }

  private static List<Outgoing> ofTurn(TurnEvent turn) {
    if (turn.text().isBlank()) {
      return List.of();
    }
    boolean over = turn instanceof TurnEvent.Ended;
    Map<String, Object> fields = fields(USER, turn.at(), turn.text(), turn.turn());
    fields.put("stream_id", stream(turn.who()));
    fields.put("user_id", turn.who());
    fields.put("final", over);
    byte[] json = RoomMessages.json(fields);
    return List.of(
        over ? Outgoing.lasting(json) : Outgoing.passing(json, turn.who() + "turn" + turn.turn()));
  }

  private List<Outgoing> ofEnd(ReplyEvent.Ended ended) {
    StringBuilder text = replies.remove(ended.reply());
    if (text == null) {
      return List.of(); // clients have not heard of it
    }
    if (ended.outcome() == ReplyOutcome.COMPLETED) {
      return List.of(Outgoing.lasting(said(ended, text.toString(), ENDED)));
    }
    var interrupt = new LinkedHashMap<String, Object>();
    interrupt.put("object", INTERRUPT);
    interrupt.put("turn_id", ended.reply());
    interrupt.put("start_ms", ended.at().toMillis());
    return List.of(
        Outgoing.once(RoomMessages.json(interrupt)),
        Outgoing.lasting(said(ended, ended.heard(), INTERRUPTED)));
  }

  private byte[] said(ReplyEvent event, String text, int status) {
    Map<String, Object> fields = fields(AGENT, event.at(), text, event.reply());
    fields.put("stream_id", AGENT_STREAM);
    fields.put("user_id", agent);
    fields.put("quiet", false);
    fields.put("turn_seq_id", ++sequence);
    fields.put("turn_status", status);
    return RoomMessages.json(fields);
  }

  private static Map<String, Object> fields(String kind, Duration at, String text, int turn) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("object", kind);
    fields.put("text", text);
    fields.put("start_ms", at.toMillis());
    fields.put("duration_ms", 0);
    fields.put("language", "");
    fields.put("turn_id", turn);
    fields.put("words", null); // no times of words: clients show whole texts
    return fields;
  }

  /** A user's number; any but the agent's where users have names. */
  private static long stream(String uid) {
    try {
      return Long.parseLong(uid);
    } catch (NumberFormatException name) {
      return 1 + Integer.toUnsignedLong(uid.hashCode());
    }
  }

  @Override
  public boolean fits(int bytes) {
    return bytes > 0 && (bytes + 2L) / 3 * 4 <= (long) Packets.MOST_PACKETS * PIECE;
  }

  @Override
  public List<byte[]> packets(int number, byte[] json) {
    String text = Base64.getEncoder().encodeToString(json);
    String name = Integer.toHexString(firstNumber + number);
    int parts = (text.length() + PIECE - 1) / PIECE;
    var packets = new ArrayList<byte[]>(parts);
    for (int part = 1; part <= parts; part++) {
      int from = (part - 1) * PIECE;
      String piece = text.substring(from, Math.min(text.length(), from + PIECE));
      packets.add(
          (name + "|" + part + "|" + parts + "|" + piece).getBytes(StandardCharsets.US_ASCII));
    }
    return packets;
  }
}
