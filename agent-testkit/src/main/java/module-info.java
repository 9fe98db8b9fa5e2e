/** Tests of agents and plugins: a manual clock, scripted fakes, contracts, scenarios. */
module dev.parley.testkit {
  requires transitive dev.parley.core;
  requires transitive org.junit.jupiter.api;
  requires java.logging;
  requires org.assertj.core;
  requires org.snakeyaml.engine;
  // The scripted vendors speak JSON; whoever tests a plugin against them has Jackson anyway.
  requires static transitive com.fasterxml.jackson.databind;
  requires static transitive org.apiguardian.api;
  requires static transitive org.jspecify;

  exports dev.parley.testkit;
  exports dev.parley.testkit.assemblyai;
  exports dev.parley.testkit.contract;
  exports dev.parley.testkit.openai;
  exports dev.parley.testkit.scenario;
  exports dev.parley.testkit.tts;

  // JUnit calls test methods and extensions that are not public.
  opens dev.parley.testkit to
      org.junit.platform.commons;
  opens dev.parley.testkit.contract to
      org.junit.platform.commons;
  opens dev.parley.testkit.scenario to
      org.junit.platform.commons;
}
