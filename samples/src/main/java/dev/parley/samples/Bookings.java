package dev.parley.samples;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The café's table bookings, in an embedded database. Thread-safe; blocks. */
final class Bookings implements AutoCloseable {
  private final Connection connection;

  private Bookings(Connection connection) {
    this.connection = connection;
  }

  /** Opens the bookings of this JVM, or of a file that H2 names {@code path.mv.db}. */
  static Bookings open(String path) throws SQLException {
    String url = path.isEmpty() ? "jdbc:h2:mem:cafe;DB_CLOSE_DELAY=-1" : "jdbc:h2:file:" + path;
    Connection connection = DriverManager.getConnection(url);
    try (var create = connection.createStatement()) {
      create.execute(
          "create table if not exists booking(id identity primary key, guests int not null, seat varchar(40), at varchar(40) not null)");
    }
    return new Bookings(connection);
  }

  /** Books a table; returns the number of the booking. */
  synchronized long book(int guests, String seat, String at) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into booking(guests, seat, at) values (?, ?, ?)",
            PreparedStatement.RETURN_GENERATED_KEYS)) {
      insert.setInt(1, guests);
      insert.setString(2, seat);
      insert.setString(3, at);
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }

  /** Cancels a booking; returns whether there was one of this number. */
  synchronized boolean cancel(long number) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from booking where id = ?")) {
      delete.setLong(1, number);
      return delete.executeUpdate() > 0;
    }
  }

  /** How many tables are booked at a time. */
  synchronized int countAt(String at) throws SQLException {
    try (PreparedStatement count =
        connection.prepareStatement("select count(*) from booking where at = ?")) {
      count.setString(1, at);
      try (ResultSet rows = count.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  /** All bookings, oldest first, as people read them. */
  synchronized List<String> all() throws SQLException {
    try (var select = connection.createStatement();
        ResultSet rows = select.executeQuery("select guests, seat, at from booking order by id")) {
      var all = new ArrayList<String>();
      while (rows.next()) {
        all.add(
            rows.getInt(1)
                + " at "
                + rows.getString(3)
                + (rows.getString(2).isEmpty() ? "" : ", " + rows.getString(2)));
      }
      return all;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
