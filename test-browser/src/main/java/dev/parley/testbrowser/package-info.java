/**
 * Drives the installed Chromium with a file as its microphone. Begin with {@link
 * dev.parley.testbrowser.TestBrowser}.
 */
@NullMarked
package dev.parley.testbrowser;

import org.jspecify.annotations.NullMarked;
