/**
 * What every plugin of a kind must do, as tests: a plugin's own test extends the contract of its
 * kind in a few lines, such as {@link dev.parley.testkit.contract.SpeechToTextContract}.
 *
 * <p>Contracts run against real sockets in real time, or in the time of a {@link
 * dev.parley.testkit.ManualClock}: whichever the test's {@code context()} holds. They wait with
 * generous bounds and never say that something must be fast.
 */
@NullMarked
package dev.parley.testkit.contract;

import org.jspecify.annotations.NullMarked;
