package dev.parley.internal.voice;

/**
 * Reads markdown line by line and leaves only its text: no headings' hashes, bullets, quotation
 * marks, rules, fences and table bars. Not thread-safe.
 *
 * <p>The structure of a line shows in its first characters; they are held back until the first one
 * comes that is certainly text.
 */
final class Markdown {
  /** More characters of structure than that tell nothing new. */
  private static final int LONGEST_HEAD = 100;

  /** A longer text behind the ticks is no name of a language. */
  private static final int LONGEST_INFO = 40;

  private final SpokenText spoken;
  private final InlineMarkup inline;
  private final StringBuilder head = new StringBuilder();
  private final StringBuilder info = new StringBuilder();
  private Place place = Place.HEAD;
  private boolean fenced;
  private boolean structured;

  private enum Place {
    HEAD,
    TEXT,
    INFO
  }

  Markdown(SpokenText spoken) {
    this.spoken = spoken;
    this.inline = new InlineMarkup(spoken);
  }

  /** Reads a character; line breaks are line feeds. */
  void add(int point) {
    if (point == '\n') {
      endLine();
      return;
    }
    switch (place) {
      case HEAD -> addToHead(point);
      case TEXT -> addText(point);
      case INFO -> addToInfo(point);
    }
  }

  /** Ends the text. */
  void finish() {
    endOfPlace();
    inline.endLine();
  }

  private void endLine() {
    boolean blank = place == Place.HEAD && head.chars().allMatch(Character::isWhitespace);
    endOfPlace();
    inline.endLine();
    spoken.add('\n');
    if (blank || structured) {
      spoken.endBlock();
    }
    structured = false;
    place = Place.HEAD;
  }

  /** Decides what the line's first characters were, now that no further one comes. */
  private void endOfPlace() {
    if (place == Place.INFO) {
      fenced = true;
      structured = true;
    } else if (place == Place.HEAD) {
      endOfHead();
    }
    head.setLength(0);
    info.setLength(0);
  }

  private void endOfHead() {
    var line = new LineHead(head);
    if (fenced) {
      boolean closes = line.isFence();
      fenced = !closes;
      structured = closes;
      if (!closes) {
        head.chars().forEach(spoken::add);
      }
    } else if (line.isFence()) {
      fenced = true;
      structured = true;
    } else if (head.chars().anyMatch(Character::isLetterOrDigit)) {
      beginText(line);
    } else {
      structured = !head.isEmpty(); // a rule, or structure without content
    }
  }

  private void addToHead(int point) {
    if (LineHead.mayHold(head, point)) {
      if (head.length() < LONGEST_HEAD) {
        head.append((char) point);
      }
      return;
    }
    var line = new LineHead(head);
    if (fenced) {
      beginCode();
    } else if (line.isFence()) {
      place = Place.INFO;
      addToInfo(point);
      return;
    } else {
      beginText(line);
    }
    addText(point);
  }

  private void beginCode() {
    place = Place.TEXT;
    head.chars().forEach(spoken::add);
    head.setLength(0);
  }

  private void beginText(LineHead line) {
    place = Place.TEXT;
    structured = line.isBlock();
    if (structured) {
      spoken.endBlock();
    }
    inline.beginLine(line.isRow(), line.isItem());
    line.rest().chars().forEach(inline::add);
    head.setLength(0);
  }

  private void addText(int point) {
    if (fenced) {
      spoken.add(point);
    } else {
      inline.add(point);
    }
  }

  private void addToInfo(int point) {
    if (point != '`' && info.length() < LONGEST_INFO) {
      info.appendCodePoint(point);
      return;
    }
    place = Place.TEXT; // no fence: the ticks stand around code within a line
    inline.beginLine(false, false);
    head.append(info).chars().forEach(inline::add);
    head.setLength(0);
    info.setLength(0);
    inline.add(point);
  }
}
