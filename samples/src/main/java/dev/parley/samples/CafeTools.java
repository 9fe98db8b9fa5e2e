package dev.parley.samples;

import dev.parley.Tool;
import dev.parley.ToolInvocation;
import dev.parley.ToolSpec;
import java.sql.SQLException;
import java.util.List;

/** What the café's assistant can do besides talking: tables and orders. */
final class CafeTools {
  private static final int TABLES = 5;

  private final Bookings bookings;

  CafeTools(Bookings bookings) {
    this.bookings = bookings;
  }

  /** The tools; they may block, and run off the session's loop. */
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
    ToolSpec cancel =
        ToolSpec.builder("cancel_booking")
            .description("Cancels a table. Answers 'unknown' when there is no such booking.")
            .parametersSchema(
                """
                {"type":"object","required":["number"],"properties":{
                  "number":{"type":"string","description":"the number that the guest was given"}}}
                """)
            .required(List.of("number"))
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
        Tool.of(book, this::book),
        Tool.of(cancel, this::cancel),
        Tool.of(order, call -> "It will be ready in ten minutes."));
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

  private String cancel(ToolInvocation call) throws SQLException {
    String number = text(call, "number");
    boolean known = number.matches("[0-9]{1,9}") && bookings.cancel(Long.parseLong(number));
    return known ? "Booking " + number + " is cancelled." : "unknown";
  }

  private static String text(ToolInvocation call, String name) {
    Object value = call.call().arguments().get(name);
    return value == null ? "" : value.toString();
  }
}
