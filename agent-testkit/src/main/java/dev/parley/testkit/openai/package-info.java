/**
 * A server on a loopback socket that speaks OpenAI's chat completions: {@link
 * dev.parley.testkit.openai.ScriptedOpenAi} answers as its script says, and refuses requests that
 * break {@link dev.parley.testkit.openai.OpenAiRules}.
 */
@NullMarked
package dev.parley.testkit.openai;

import org.jspecify.annotations.NullMarked;
