package dev.parley.tts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of one reply, offer by offer, cut into the parts that the vendor gets. Not thread-safe.
 *
 * <p>What has nothing to say is left out; the blank in it stays, so that the words around it do not
 * grow together.
 */
final class Script {
  private final Manners manners;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder skipped = new StringBuilder();
  private final List<Integer> lengths = new ArrayList<>();
  private int length;

  Script(Manners manners) {
    this.manners = manners;
  }

  /** Adds the next offer. */
  void add(String text) {
    String whole = skipped + text;
    boolean going = manners.tokens() && !parts.isEmpty() && !text.isEmpty();
    if (going || Texts.isSpeakable(text)) {
      skipped.setLength(0);
      addParts(whole, length - (whole.length() - text.length()));
    } else if (!parts.isEmpty() && endsOpen() && text.chars().anyMatch(Character::isWhitespace)) {
      skipped.append(' ');
    }
    length += text.length();
    lengths.add(text.length());
  }

  /** The part that an offer would become; null where it would be none or several. */
  @Nullable Part likely(String text) {
    boolean one = text.length() <= manners.longestPart() && skipped.length() == 0;
    return one && Texts.isSpeakable(text) ? new Part(lengths.size(), text, length, true) : null;
  }

  /** Where the part of this number begins in the text, or will. */
  int startOf(int number) {
    return number < parts.size() ? parts.get(number).start() : length;
  }

  /** Cuts what begins at this place of the text; a piece of dots alone would have no audio. */
  private void addParts(String text, int start) {
    List<String> pieces = Texts.split(text, manners.longestPart());
    int last = pieces.size() - 1;
    while (last > 0 && !isWanted(pieces.get(last))) {
      last--;
    }
    int at = start;
    for (int i = 0; i <= last; i++) {
      if (isWanted(pieces.get(i))) {
        parts.add(new Part(lengths.size(), pieces.get(i), Math.max(at, length), i == last));
      }
      at += pieces.get(i).length();
    }
  }

  private boolean isWanted(String piece) {
    return manners.tokens() || Texts.isSpeakable(piece);
  }

  private boolean endsOpen() {
    String last = parts.get(parts.size() - 1).text();
    return skipped.length() == 0 && !Character.isWhitespace(last.charAt(last.length() - 1));
  }

  /** How many parts there are. */
  int size() {
    return parts.size();
  }

  /** The part of this number. */
  Part part(int number) {
    return parts.get(number);
  }

  /** How many offers there were. */
  int offers() {
    return lengths.size();
  }

  /** How long an offer was, as a Java string. */
  int lengthOf(int offer) {
    return lengths.get(offer);
  }

  /** Returns a message in which no part of this text stands, whole or cut short. */
  String withoutText(String message) {
    String clean = message;
    for (Part part : parts) {
      String text = part.text().strip();
      clean = text.length() < 4 ? clean : clean.replace(text, "[text]");
    }
    String whole = parts.stream().map(Part::text).collect(Collectors.joining());
    return Texts.withoutPieces(clean, whole);
  }
}
