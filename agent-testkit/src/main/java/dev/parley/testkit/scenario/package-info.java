/**
 * Scenarios: conversations written down as data, and what runs them. {@link
 * dev.parley.testkit.scenario.ScenarioTest} makes JUnit tests of a folder of files, {@link
 * dev.parley.testkit.scenario.ScenarioCommand} runs them from the command line.
 */
@NullMarked
package dev.parley.testkit.scenario;

import org.jspecify.annotations.NullMarked;
