package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Exists so that official sources compile; its members are in no document. */
@Evidence(Evidence.Level.DECLARED)
public class LastmileProbeResult {}
