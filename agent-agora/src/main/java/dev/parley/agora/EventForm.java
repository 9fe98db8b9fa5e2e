package dev.parley.agora;

import dev.parley.AgentEvent;
import dev.parley.TurnEvent;
import java.util.LinkedHashMap;
import java.util.List;

/** Events as they stand in event logs, in {@linkplain Packets packets of our own}. */
final class EventForm implements MessageForm {
  EventForm() {}

  @Override
  public List<Outgoing> of(AgentEvent event) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("t", event.at().toNanos() / 1e9);
    fields.put("event", event.name());
    fields.putAll(event.fields());
    byte[] json = RoomMessages.json(fields);
    return List.of(
        event instanceof TurnEvent.Interim interim
            ? Outgoing.passing(json, interim.who() + interim.turn())
            : Outgoing.lasting(json));
  }

  @Override
  public boolean fits(int bytes) {
    return Packets.fits(bytes);
  }

  @Override
  public List<byte[]> packets(int number, byte[] json) {
    return Packets.of(number, json);
  }
}
