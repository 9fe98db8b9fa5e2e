package dev.parley.spi;

import org.apiguardian.api.API;

/**
 * What a recogniser can do, so that the engine adapts instead of finding out by failure.
 *
 * @param interims whether it sends text that may still change
 * @param endOfTurn whether it decides itself that a turn is over
 * @param wordTimes whether transcripts hold words with times
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SttCapabilities(boolean interims, boolean endOfTurn, boolean wordTimes) {}
