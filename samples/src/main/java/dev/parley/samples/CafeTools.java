package dev.parley.samples;

import dev.parley.Tool;
import dev.parley.ToolInvocation;
import dev.parley.ToolSpec;
import java.sql.SQLException;
import java.util.List;

/** What the café's assistant can do besides talking: book a table, hand in an order. */
final class CafeTools {
  private static final int TABLES = 5;

  private final Bookings bookings;

  CafeTools(Bookings bookings) {
    this.bookings = bookings;
  }

  /** Both tools; they may block, and run off the session's loop. */
  List<Tool> all() {
    ToolSpec book =
        ToolSpec.builder("book_table")
            .description("Books a table. Answers 'closed' or 'full' when that cannot be.")
            .parametersSchema(
                """
                {"type":"object","required":["guests","day","time"],"properties":{
                  "guests":{"type":"string","description":"how many people"},
                  "day":{"type":"string","description":"such as tomorrow or Saturday"},
                  "time":{"type":"string","description":"such as 19:30"},
                  "where":{"type":"string","description":"inside, outside or by the window"}}}
                """)
            .required(List.of("guests", "day", "time"))
            .build();
    ToolSpec order =
        ToolSpec.builder("place_order")
            .description("Hands an order in to the kitchen.")
            .parametersSchema(
                """
                {"type":"object","required":["order"],"properties":{"order":{"type":"string"},"total":{"type":"string"}}}
                """)
            .required(List.of("order"))
            .build();
    return List.of(
        Tool.of(book, this::book), Tool.of(order, call -> "It will be ready in ten minutes."));
  }

  private String book(ToolInvocation call) throws SQLException {
    String day = text(call, "day");
    String at = day + " at " + text(call, "time");
    if (day.equalsIgnoreCase("Monday")) {
      return "closed";
    }
    if (bookings.countAt(at) >= TABLES) {
      return "full";
    }
    int guests = Integer.parseInt(text(call, "guests").replaceAll("\\D", ""));
    return "The number of your booking is " + bookings.book(guests, text(call, "where"), at) + ".";
  }

  private static String text(ToolInvocation call, String name) {
    Object value = call.call().arguments().get(name);
    return value == null ? "" : value.toString();
  }
}
