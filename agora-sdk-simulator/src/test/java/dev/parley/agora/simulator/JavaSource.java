package dev.parley.agora.simulator;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a program against the simulator as somebody else's build would, and runs it. */
final class JavaSource {
  private JavaSource() {}

  /** Returns what the compiler complains about, empty when it does not. */
  static String compile(Path output, String className, String code) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                messages,
                null,
                null,
                List.of(
                    "--release",
                    "8",
                    "-Xlint:-options",
                    "-d",
                    output.toString(),
                    "-classpath",
                    System.getProperty("java.class.path")),
                null,
                List.of(new Text(className, code)))
            .call();
    return compiled ? "" : messages.toString();
  }

  static Class<?> load(Path output, String className) throws ClassNotFoundException {
    try {
      URL[] path = {output.toUri().toURL()};
      return new URLClassLoader(path, JavaSource.class.getClassLoader()).loadClass(className);
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String code;

    Text(String className, String code) {
      super(
          URI.create(
              "string:///" + className.replace('.', '/') + JavaFileObject.Kind.SOURCE.extension),
          Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
      return code;
    }
  }
}
