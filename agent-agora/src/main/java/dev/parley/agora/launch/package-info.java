/**
 * Starts programs so that the Agora SDK finds its native libraries. Begin with {@link
 * dev.parley.agora.launch.AgoraLauncher}.
 */
@NullMarked
package dev.parley.agora.launch;

import org.jspecify.annotations.NullMarked;
