package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.audio.PcmFrame;
import java.util.List;

/**
 * 10 ms of somebody's audio on its way.
 *
 * @param sender who speaks
 * @param track which of the sender's tracks, counted from 1; audio of a track that ended is dropped
 * @param frame the audio
 * @param metadata what rides on it
 */
record AudioPacket(Member sender, int track, PcmFrame frame, List<byte[]> metadata) {}
