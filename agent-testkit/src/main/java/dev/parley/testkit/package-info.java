/**
 * What tests of agents and plugins are made of: a {@linkplain dev.parley.testkit.ManualClock clock}
 * that stands still until it is told to go on, scripted plugins of every kind, and listeners that
 * write down what they hear.
 */
@NullMarked
package dev.parley.testkit;

import org.jspecify.annotations.NullMarked;
