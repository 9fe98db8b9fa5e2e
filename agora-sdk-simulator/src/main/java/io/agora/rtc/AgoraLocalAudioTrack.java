package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** The local audio track, as an argument of callbacks; it cannot be made or used otherwise. */
@Evidence(Evidence.Level.DECLARED)
public class AgoraLocalAudioTrack {}
