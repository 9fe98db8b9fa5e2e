/** Tests of agents and plugins: a manual clock, scripted fakes, contracts, scenarios. */
module dev.parley.testkit {
  requires transitive dev.parley.core;
  requires transitive org.junit.jupiter.api;
  requires org.assertj.core;
  requires org.snakeyaml.engine;
  requires static transitive org.apiguardian.api;
  requires static transitive org.jspecify;

  exports dev.parley.testkit;
  exports dev.parley.testkit.contract;
  exports dev.parley.testkit.scenario;

  // JUnit calls test methods and extensions that are not public.
  opens dev.parley.testkit to
      org.junit.platform.commons;
  opens dev.parley.testkit.contract to
      org.junit.platform.commons;
  opens dev.parley.testkit.scenario to
      org.junit.platform.commons;
}
