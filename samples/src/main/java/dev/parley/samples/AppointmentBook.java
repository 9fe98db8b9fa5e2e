package dev.parley.samples;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.parley.brain.langchain4j.CallerContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A hairdresser's appointments in an embedded database: plain LangChain4j tools over plain SQL.
 * Thread-safe; blocks, which the engine expects of tools.
 */
public final class AppointmentBook implements AutoCloseable {
  private static final int OPENS = 9;
  private static final int CLOSES = 17;

  private final Connection connection;

  private AppointmentBook(Connection connection) {
    this.connection = connection;
  }

  /** Opens an empty book in memory. */
  static AppointmentBook open() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:h2:mem:appointments");
    try (var create = connection.createStatement()) {
      create.execute(
          "create table appointment(weekday varchar(20), start_hour int, customer varchar(80),"
              + " booking_key varchar(80) unique, primary key(weekday, start_hour))");
    }
    return new AppointmentBook(connection);
  }

  /** The model calls it before it offers hours. */
  @Tool("Lists the free hours of a day, as whole hours from 9 to 16")
  public synchronized String freeHours(@P("the day of the week, lower case") String day)
      throws SQLException {
    var free = new ArrayList<Integer>();
    for (int hour = OPENS; hour < CLOSES; hour++) {
      free.add(hour);
    }
    try (PreparedStatement taken =
        connection.prepareStatement("select start_hour from appointment where weekday = ?")) {
      taken.setString(1, day);
      try (ResultSet rows = taken.executeQuery()) {
        while (rows.next()) {
          free.remove((Integer) rows.getInt(1));
        }
      }
    }
    return free.isEmpty() ? day + " is full" : "free on " + day + ": " + free;
  }

  /** The key of the call makes sure that one call books once, whatever happens to the reply. */
  @Tool("Books an appointment of one hour")
  public synchronized String book(
      @P("the day of the week, lower case") String day,
      @P("the whole hour, 9 to 16") int hour,
      @P("the customer's name") String name,
      CallerContext caller)
      throws SQLException {
    if (hour < OPENS || hour >= CLOSES) {
      return "closed at " + hour + "; open from " + OPENS + " to " + CLOSES;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into appointment select ?, ?, ?, ? where not exists"
                + " (select 1 from appointment where weekday = ? and start_hour = ?)")) {
      insert.setString(1, day);
      insert.setInt(2, hour);
      insert.setString(3, name);
      insert.setString(4, caller.idempotencyKey());
      insert.setString(5, day);
      insert.setInt(6, hour);
      boolean booked = insert.executeUpdate() == 1;
      return booked ? "booked " + day + " at " + hour + " for " + name : "that hour is taken";
    }
  }

  /** Frees an hour again. */
  @Tool("Cancels the appointment of a customer on a day")
  public synchronized String cancel(
      @P("the day of the week, lower case") String day, @P("the customer's name") String name)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from appointment where weekday = ? and lower(customer) = lower(?)")) {
      delete.setString(1, day);
      delete.setString(2, name);
      return delete.executeUpdate() > 0 ? "cancelled" : "no such appointment";
    }
  }

  /** All appointments, as people read them. */
  synchronized List<String> all() throws SQLException {
    try (var select = connection.createStatement();
        ResultSet rows =
            select.executeQuery(
                "select weekday, start_hour, customer from appointment order by weekday, start_hour")) {
      var all = new ArrayList<String>();
      while (rows.next()) {
        all.add(rows.getString(1) + " at " + rows.getInt(2) + ": " + rows.getString(3));
      }
      return all;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
