/** Tests of the LangChain4j brain, against a scripted server on the loopback. */
package dev.parley.brain.langchain4j;
