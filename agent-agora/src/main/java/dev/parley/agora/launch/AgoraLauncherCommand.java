package dev.parley.agora.launch;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.OptionalInt;
import org.apiguardian.api.API;

/**
 * Runs any program with the Agora SDK from a command line: {@code java -cp ...
 * dev.parley.agora.launch.AgoraLauncherCommand my.Bot --channel demo}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AgoraLauncherCommand {
  private AgoraLauncherCommand() {}

  /** The first argument is the main class, the rest are its own. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      System.err.println("Say which class to run: AgoraLauncherCommand my.Bot [arguments]");
      System.exit(2);
    }
    String[] rest = Arrays.copyOfRange(args, 1, args.length);
    try {
      Class<?> main = Class.forName(args[0], false, AgoraLauncherCommand.class.getClassLoader());
      OptionalInt exit = AgoraLauncher.relaunch(main, rest);
      if (exit.isPresent()) {
        System.exit(exit.getAsInt());
      }
      main.getMethod("main", String[].class).invoke(null, (Object) rest);
    } catch (ClassNotFoundException e) {
      System.err.println("There is no class " + args[0] + " on the class path.");
      System.exit(2);
    } catch (IllegalStateException | UncheckedIOException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }
}
