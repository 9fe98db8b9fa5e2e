package dev.parley.samples.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writing transcripts to the databases that need no server. */
class JdbcSinkTest {
  private static final Calendar UTC = Calendar.getInstance(TimeZone.getTimeZone("UTC"));

  @TempDir Path folder;

  private static TranscriptLine line(String id) {
    Instant start = Instant.parse("2026-01-01T10:00:00Z");
    return new TranscriptLine(
        id, "demo", "1001", "Füße, \"please\"", start, start.plusSeconds(2), 0.875);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "sqlite"})
  void aLineIsKeptWithSpeakerTimesAndConfidence(String kind) throws Exception {
    String url = "jdbc:" + kind + ":" + folder.resolve("transcripts");
    try (var sink = new JdbcSink(url)) {
      sink.accept(line("a"));
      sink.accept(line("b"));
    }
    try (var again = new JdbcSink(url)) {
      again.accept(line("c"));
    }
    try (var connection = DriverManager.getConnection(url);
        var rows =
            connection.createStatement().executeQuery("SELECT * FROM transcript ORDER BY id")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("uid")).isEqualTo("1001");
      assertThat(rows.getString("text")).isEqualTo("Füße, \"please\"");
      assertThat(rows.getDouble("confidence")).isEqualTo(0.875);
      assertThat(rows.getTimestamp("started_at", UTC).toInstant())
          .isEqualTo(Instant.parse("2026-01-01T10:00:00Z"));
      assertThat(rows.next()).isTrue();
      assertThat(rows.next()).isTrue();
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void timesAreInUtcWhereverTheProgramRuns() throws Exception {
    TimeZone home = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
    String url = "jdbc:h2:" + folder.resolve("elsewhere");
    try (var sink = new JdbcSink(url)) {
      sink.accept(line("a"));
    } finally {
      TimeZone.setDefault(home);
    }
    try (var connection = DriverManager.getConnection(url);
        var rows = connection.createStatement().executeQuery("SELECT * FROM transcript")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("started_at")).startsWith("2026-01-01 10:00:00");
    }
  }

  @Test
  void aLineThatIsThereAlreadyIsKept() throws Exception {
    try (var sink = new JdbcSink("jdbc:h2:" + folder.resolve("twice"))) {
      sink.accept(line("a"));
      assertThatNoException().isThrownBy(() -> sink.accept(line("a")));
    }
  }

  @Test
  void aSinkThatFailsIsTriedAgainAndTheOthersGetTheirLine() throws Exception {
    var flaky = new Flaky();
    var steady = new Flaky();
    steady.failures = 0;
    try (var sinks = new Sinks(List.of(flaky, steady))) {
      sinks.accept(line("a"));
    }
    assertThat(flaky.taken).isEqualTo(1);
    assertThat(steady.taken).isEqualTo(1);
  }

  private static final class Flaky implements TranscriptSink {
    private int failures = 2;
    private int taken;

    @Override
    public void accept(TranscriptLine line) throws Exception {
      if (failures-- > 0) {
        throw new java.sql.SQLException("not now");
      }
      taken++;
    }

    @Override
    public void close() {}
  }
}
