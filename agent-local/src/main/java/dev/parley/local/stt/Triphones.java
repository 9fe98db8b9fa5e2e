package dev.parley.local.stt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which states of the acoustic model a phone has between its neighbours: the file {@code mdef} of
 * Sphinx' model. Immutable.
 *
 * <p>A sound is three senones, one after the other, and the number of its transition matrix.
 */
final class Triphones {
  /** Where in a word a phone stands. */
  enum Position {
    BEGIN('b', 0),
    END('e', 1),
    INTERNAL('i', 2),
    SINGLE('s', 3);

    private final char letter;
    private final int index;

    Position(char letter, int index) {
      this.letter = letter;
      this.index = index;
    }

    static Position of(char letter) {
      for (Position each : values()) {
        if (each.letter == letter) {
          return each;
        }
      }
      throw new IllegalArgumentException(
          "the model has a phone at position '" + letter + "'; it is damaged");
    }
  }

  /** States of a phone. */
  static final int STATES = 3;

  private static final int UNKNOWN = -1;
  private static final int POSITIONS = Position.values().length;

  private final Map<String, Integer> phones = new HashMap<>();
  private final List<Integer> plain = new ArrayList<>();
  private final int count;
  private final int[] alone;
  private final int[] inContext;
  private final int[] codebookOfSenone;
  private int[] sounds = new int[0];
  private int used;

  private Triphones(Scanner scanner) {
    scanner.word();
    count = scanner.number();
    scanner.word();
    int triphones = scanner.number();
    scanner.word();
    scanner.skip(2);
    codebookOfSenone = new int[scanner.number()];
    scanner.skip(5);
    alone = new int[count];
    inContext = new int[count * count * count * POSITIONS];
    Arrays.fill(inContext, UNKNOWN);
    sounds = new int[(count + triphones) * (STATES + 1)];
    for (int i = 0; i < count + triphones; i++) {
      line(scanner);
    }
  }

  /** Reads the definitions. */
  static Triphones read(InputStream in) throws IOException {
    return new Triphones(new Scanner(in.readAllBytes()));
  }

  private void line(Scanner scanner) {
    String name = scanner.word();
    String left = scanner.word();
    String right = scanner.word();
    char position = scanner.word().charAt(0);
    boolean filler = scanner.word().equals("filler");
    int sound = sound(scanner);
    if (left.equals("-")) {
      int phone = phones.size();
      phones.put(name, phone);
      alone[phone] = sound;
      if (!filler) {
        plain.add(phone);
      }
    } else {
      inContext[index(phone(name), phone(left), phone(right), Position.of(position))] = sound;
    }
  }

  private int sound(Scanner scanner) {
    int at = used;
    int matrix = scanner.number();
    for (int i = 0; i < STATES; i++) {
      sounds[at + i] = scanner.number();
      codebookOfSenone[sounds[at + i]] = matrix;
    }
    sounds[at + STATES] = matrix;
    scanner.word();
    used += STATES + 1;
    return at;
  }

  private int index(int phone, int left, int right, Position position) {
    return ((phone * count + left) * count + right) * POSITIONS + position.index;
  }

  /** The number of a phone by its CMU name. */
  int phone(String name) {
    Integer phone = phones.get(name);
    if (phone == null) {
      throw new IllegalArgumentException(
          "there is no phone '"
              + name
              + "'; a pronunciation is made of CMU phones such as L AA T EY");
    }
    return phone;
  }

  /** The phone of silence. */
  int silence() {
    return phone("SIL");
  }

  /** All phones that are speech. */
  List<Integer> speech() {
    return List.copyOf(plain);
  }

  /** The sound of a phone whatever stands beside it. */
  int alone(int phone) {
    return alone[phone];
  }

  /**
   * The sound of a phone between two others: there, or elsewhere in a word, or else whatever stands
   * beside it.
   */
  int between(int left, int phone, int right, Position position) {
    int exact = inContext[index(phone, left, right, position)];
    if (exact != UNKNOWN) {
      return exact;
    }
    for (Position other : Position.values()) {
      int near = inContext[index(phone, left, right, other)];
      if (near != UNKNOWN) {
        return near;
      }
    }
    return alone[phone];
  }

  /** One of the three senones of a sound. */
  int senone(int sound, int state) {
    return sounds[sound + state];
  }

  /** The number of the transition matrix of a sound. */
  int matrix(int sound) {
    return sounds[sound + STATES];
  }

  /** Whether two sounds are the same to the ear of the model. */
  boolean same(int sound, int other) {
    return Arrays.equals(sounds, sound, sound + STATES + 1, sounds, other, other + STATES + 1);
  }

  /**
   * The set of Gaussians of each senone: one for each phone, and the same number as its transition
   * matrix.
   */
  int[] codebookOfSenone() {
    return codebookOfSenone.clone();
  }

  int matrices() {
    return count;
  }

  /** Splits the file, seven megabytes of text, into words. */
  private static final class Scanner {
    private final byte[] bytes;
    private int position;

    Scanner(byte[] bytes) {
      this.bytes = bytes;
    }

    String word() {
      int start = start();
      return new String(bytes, start, position - start, StandardCharsets.US_ASCII);
    }

    int number() {
      int number = 0;
      for (int i = start(); i < position; i++) {
        number = number * 10 + bytes[i] - '0';
      }
      return number;
    }

    void skip(int words) {
      for (int i = 0; i < words; i++) {
        start();
      }
    }

    /** Moves behind the next word and returns where it begins. */
    private int start() {
      while (bytes[position] <= ' ' || bytes[position] == '#') {
        if (bytes[position] == '#') {
          endOfLine();
        } else {
          position++;
        }
      }
      int start = position;
      while (position < bytes.length && bytes[position] > ' ') {
        position++;
      }
      return start;
    }

    private void endOfLine() {
      while (bytes[position] != '\n') {
        position++;
      }
    }
  }
}
