package dev.parley.agora.launch;

/** A program for the launcher to start. */
final class ShowsItsSurroundings {
  private ShowsItsSurroundings() {}

  public static void main(String[] args) {
    System.out.println(System.getenv().getOrDefault(ChildJvm.LIBRARY_PATH, "").split(":", -1)[0]);
    System.out.println(System.getProperty("some"));
    for (String each : args) {
      System.out.println(each);
    }
    System.exit(3);
  }
}
