package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Exists as the type of an argument; its members are in no document. */
@Evidence(Evidence.Level.DECLARED)
public class AudioEncoderConfig {}
