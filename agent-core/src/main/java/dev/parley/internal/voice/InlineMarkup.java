package dev.parley.internal.voice;

/**
 * Takes the markup out of a line of markdown: emphasis, ticks, links, tags, entities, escapes. Not
 * thread-safe.
 */
final class InlineMarkup {
  private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private final SpokenText spoken;
  private final MarkRun run = new MarkRun();
  private final StringBuilder held = new StringBuilder();
  private LinkMarkup link = new LinkMarkup();
  private boolean row;
  private boolean itemStart;
  private boolean cellEnded;
  private boolean blankInRow;
  private boolean discarding;
  private int codeTicks;

  InlineMarkup(SpokenText spoken) {
    this.spoken = spoken;
  }

  /**
   * Begins a line.
   *
   * @param row whether bars divide it into a table's cells
   * @param item whether it is an item of a list, which may have a box to tick
   */
  void beginLine(boolean row, boolean item) {
    this.row = row;
    itemStart = item;
    cellEnded = false;
    blankInRow = false;
    run.beginLine();
  }

  /** Decides all that is held back, because nothing follows it in this line. */
  void endLine() {
    while (!held.isEmpty()) {
      giveUp();
    }
    endRun('\n');
    row = false;
    codeTicks = 0;
    discarding = false;
    run.beginLine();
  }

  /** Reads the next character of the line. */
  void add(int point) {
    if (discarding) {
      discarding = point != ')' && !Character.isWhitespace(point);
    } else if (!held.isEmpty()) {
      addToHeld(point);
    } else if (!run.extend(point)) {
      endRun(point);
      begin(point);
    }
  }

  private void begin(int point) {
    boolean code = codeTicks > 0;
    if (point == '`' || (!code && isMark(point))) {
      run.begin(point);
    } else if (!code && "[!<&\\".indexOf(point) >= 0) {
      held.appendCodePoint(point);
      link = new LinkMarkup();
    } else {
      write(point);
    }
    itemStart &= Character.isWhitespace(point) || point == '[';
  }

  private boolean isMark(int point) {
    return MarkRun.isMark(point) && !(row && point == '|');
  }

  private void endRun(int next) {
    int mark = run.mark();
    int length = run.length();
    if (length == 0) {
      return;
    }
    boolean kept = run.end(next);
    if (mark == '`') {
      codeTicks = codeTicks == 0 ? length : codeTicks == length ? 0 : codeTicks;
    }
    for (int i = 0; i < length && kept; i++) {
      write(mark);
    }
  }

  private void addToHeld(int point) {
    held.appendCodePoint(point);
    switch (held.charAt(0)) {
      case '\\' -> endEscape(point);
      case '&' -> checkEntity(point);
      case '<' -> checkTag();
      default -> checkLink(point);
    }
  }

  private void endEscape(int point) {
    held.setLength(0);
    if (ESCAPABLE.indexOf(point) >= 0) {
      write(point);
    } else {
      write('\\');
      add(point);
    }
  }

  private void checkEntity(int point) {
    if (point == ';') {
      String decoded = Entities.decode(held.substring(1, held.length() - 1));
      if (decoded == null) {
        giveUp();
      } else {
        held.setLength(0);
        decoded.codePoints().forEach(this::write);
      }
    } else if (!Entities.mayHold(held)) {
      giveUp();
    }
  }

  private void checkTag() {
    switch (TagMarkup.of(held)) {
      case OPEN -> {}
      case NONE -> giveUp();
      case ADDRESS -> {
        String address = held.substring(1, held.length() - 1);
        held.setLength(0);
        address.codePoints().forEach(this::write);
      }
      case INLINE -> held.setLength(0);
      case GAP -> {
        held.setLength(0);
        spoken.addGap();
      }
      case BLOCK -> {
        held.setLength(0);
        spoken.endBlock();
      }
    }
  }

  private void checkLink(int point) {
    switch (link.add(held, point)) {
      case OPEN -> {}
      case NONE -> giveUp();
      case LINK, LONG_LINK -> {
        LinkMarkup complete = link;
        String text = complete.text(held);
        held.setLength(0);
        text.codePoints().forEach(this::add);
        discarding = complete.isUnfinished();
      }
    }
  }

  /** Takes what is held for text: its first character as it is, the others as they come. */
  private void giveUp() {
    String text = held.toString();
    held.setLength(0);
    int ornament = link.ornamentEnd(text, itemStart);
    if (ornament == 0) {
      write(text.charAt(0));
    }
    itemStart = false;
    text.substring(Math.max(1, ornament)).codePoints().forEach(this::add);
  }

  private void write(int point) {
    run.passed(point);
    if (Ornaments.isPicture(point)) {
      spoken.addGap();
    } else if (row) {
      writeInRow(point);
    } else {
      spoken.add(point);
    }
  }

  private void writeInRow(int point) {
    if (Character.isWhitespace(point)) {
      blankInRow = true;
      return;
    }
    if (point == '|') {
      cellEnded = true;
      return;
    }
    if (cellEnded) {
      spoken.endCell();
    } else if (blankInRow) {
      spoken.add(' ');
    }
    cellEnded = false;
    blankInRow = false;
    spoken.add(point);
  }
}
