package dev.parley.samples;

import dev.parley.audio.AudioFrame;
import dev.parley.spi.SpeechToText;
import dev.parley.testkit.contract.SpeechToTextContract;

/** What outsiders copy keeps the rules. */
class DtmfTest extends SpeechToTextContract {
  @Override
  protected SpeechToText newEngine() {
    return new CustomPlugin.Dtmf();
  }

  @Override
  protected AudioFrame speech() {
    return CustomPlugin.dialled("555#0199");
  }
}
