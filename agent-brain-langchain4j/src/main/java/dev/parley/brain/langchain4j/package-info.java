/**
 * Any LangChain4j chat model as the brain of a voice agent, with the tools, retrieval, MCP servers
 * and guardrails that an application already has.
 */
@NullMarked
package dev.parley.brain.langchain4j;

import org.jspecify.annotations.NullMarked;
