package dev.parley.internal.voice;

/**
 * Collects what is left of a text for the ear. Not thread-safe.
 *
 * <p>Of a run of white space only the first character is kept, as a blank or a line break, and none
 * before the first visible character. Where a block of text ends without a sentence mark, such as a
 * heading, a further line break stands before the next block.
 */
final class SpokenText {
  private static final int NOTHING = -1;

  private final StringBuilder text = new StringBuilder();
  private int last = NOTHING;
  private int lastMark = NOTHING;
  private boolean gap;
  private boolean blockEnded;

  /** Adds a character as it is written; white space becomes a blank or a line break. */
  void add(int point) {
    if (Character.isWhitespace(point)) {
      addBlank(point == '\n' ? '\n' : ' ');
    } else {
      addVisible(point);
    }
  }

  /** Says that something between words was taken out, so that they must not become one word. */
  void addGap() {
    gap = true;
  }

  /** Says that what comes now is another block: a heading, a list item, a row. */
  void endBlock() {
    blockEnded = last != NOTHING;
  }

  /** Ends a table's cell: the next one follows after a comma. */
  void endCell() {
    if (isAfterVisible()) {
      if (!SentenceMarks.isMark(lastMark)) {
        append(',');
      }
      append(' ');
    }
  }

  /** Takes what has come since the last time. */
  String take() {
    String taken = text.toString();
    text.setLength(0);
    return taken;
  }

  private void addBlank(char blank) {
    gap = false;
    if (isAfterVisible()) {
      append(blank);
    }
  }

  private void addVisible(int point) {
    if (blockEnded) {
      separateBlocks();
    } else if (gap && Character.isLetterOrDigit(point) && isAfterVisible()) {
      append(' ');
    }
    gap = false;
    blockEnded = false;
    append(point);
    if (!SentenceMarks.isCloser(point)) {
      lastMark = point;
    }
  }

  private void separateBlocks() {
    if (isAfterVisible()) {
      append('\n');
    }
    if (!SentenceMarks.isEnd(lastMark)) {
      append('\n');
    }
  }

  private boolean isAfterVisible() {
    return last != NOTHING && !Character.isWhitespace(last);
  }

  private void append(int point) {
    text.appendCodePoint(point);
    last = point;
  }
}
