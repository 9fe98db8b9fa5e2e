package dev.parley.samples.sink;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * Writes transcripts to the table {@code transcript} of any database with a JDBC driver on the
 * class path, such as {@code jdbc:h2:./transcripts}, {@code jdbc:sqlite:transcripts.db} or {@code
 * jdbc:postgresql://host/db?user=me&password=secret}. Connects again when the connection is lost.
 * Times are in UTC, wherever the program runs.
 */
public final class JdbcSink implements TranscriptSink {
  private static final int VALID_WITHIN_SECONDS = 2;

  /** What H2 and PostgreSQL say of a second line with the same id. */
  private static final String ALREADY_THERE = "23505";

  /** Types that H2, SQLite and PostgreSQL know alike. */
  private static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS transcript (
        id VARCHAR(100) PRIMARY KEY,
        channel VARCHAR(64) NOT NULL,
        uid VARCHAR(64) NOT NULL,
        text TEXT NOT NULL,
        started_at TIMESTAMP NOT NULL,
        ended_at TIMESTAMP NOT NULL,
        confidence DOUBLE PRECISION NOT NULL
      )""";

  private static final String INSERT =
      """
      INSERT INTO transcript (id, channel, uid, text, started_at, ended_at, confidence)
      VALUES (?, ?, ?, ?, ?, ?, ?)""";

  private final String url;
  private @Nullable Connection connection;

  /**
   * Connects and makes the table if it is not there.
   *
   * @throws SQLException when the database cannot be used; the URL may hold a password and is not
   *     part of the message
   */
  public JdbcSink(String url) throws SQLException {
    this.url = url;
    connected();
  }

  private Connection connected() throws SQLException {
    Connection open = connection;
    if (open == null || !open.isValid(VALID_WITHIN_SECONDS)) {
      close();
      open = DriverManager.getConnection(url);
      connection = open;
      try (Statement create = open.createStatement()) {
        create.execute(CREATE);
      }
    }
    return open;
  }

  @Override
  public void accept(TranscriptLine line) throws SQLException {
    try (PreparedStatement insert = connected().prepareStatement(INSERT)) {
      insert.setString(1, line.id());
      insert.setString(2, line.channel());
      insert.setString(3, line.uid());
      insert.setString(4, line.text());
      var utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
      insert.setTimestamp(5, Timestamp.from(line.startedAt()), utc);
      insert.setTimestamp(6, Timestamp.from(line.endedAt()), utc);
      insert.setDouble(7, line.confidence());
      insert.executeUpdate();
    } catch (SQLException e) {
      if (!ALREADY_THERE.equals(e.getSQLState())) {
        throw e;
      }
      // Kept by an earlier attempt whose answer was lost with the connection.
    }
  }

  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (SQLException e) {
      System.err.println("The database's connection did not close: " + e.getMessage());
    }
  }
}
