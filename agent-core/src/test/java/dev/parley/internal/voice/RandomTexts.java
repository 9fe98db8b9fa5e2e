package dev.parley.internal.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts full of what is hard to phrase, and ways to cut them. */
final class RandomTexts {
  private static final List<String> PARTS =
      List.of(
          "Hello",
          "we open",
          "at 9",
          " a.m.",
          "Dr. Miller",
          " ",
          " ",
          " ",
          " ",
          "\n",
          "\n\n",
          "\r\n",
          ".",
          ". ",
          "! ",
          "? ",
          "...",
          "… ",
          ", ",
          "; ",
          ": ",
          " – ",
          "—",
          "3.14",
          "v1.2.3",
          "10:30",
          "ann@example.com",
          "https://example.com/a_b",
          "**",
          "*",
          "_",
          "`",
          "```",
          "```java\n",
          "~~",
          "# ",
          "## ",
          "- ",
          "1. ",
          "> ",
          "| ",
          "|",
          "---",
          "[",
          "]",
          "](",
          ")",
          "(",
          "[text](url)",
          "![alt](a.png)",
          "<b>",
          "</b>",
          "<br>",
          "<",
          ">",
          "<!--",
          "-->",
          "&amp;",
          "&",
          ";",
          "\\",
          "\\*",
          "😀",
          "👩‍⚕️",
          "❤️",
          "1️⃣",
          "\uD83D",
          "\uDE00",
          "\u200D",
          "\u200B",
          "。",
          "！",
          "「",
          "」",
          "今日は",
          "我们",
          "।",
          "नमस्ते",
          "؟",
          "مرحبا",
          "։",
          "።",
          "สวัสดี",
          "ครับ",
          "\"",
          "”",
          "’",
          "ä",
          "the",
          "table",
          "is",
          "free",
          "z. B.",
          "am 3.",
          "No.",
          "\u00A0",
          "\t",
          "\u2029",
          "𝐁");

  private RandomTexts() {}

  static String text(Random random) {
    var text = new StringBuilder();
    int parts = 1 + random.nextInt(random.nextInt(20) == 0 ? 600 : 40);
    for (int i = 0; i < parts; i++) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }

  /** Cuts a text at random, also into empty tokens and within surrogate pairs. */
  static List<String> cut(String text, Random random) {
    var tokens = new ArrayList<String>();
    int longest = 1 + random.nextInt(30);
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(text.length(), at + random.nextInt(longest + 1));
      tokens.add(text.substring(at, end));
      at = end;
    }
    return tokens;
  }
}
