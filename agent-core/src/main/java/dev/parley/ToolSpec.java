package dev.parley;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;

/** What a tool is called, what it does and what it needs. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ToolSpec {
  private final String name;
  private final String description;
  private final String parametersSchema;
  private final List<String> required;
  private final Duration deadline;
  private final boolean confirm;

  private ToolSpec(Builder builder) {
    this.name = builder.name;
    this.description = builder.description;
    this.parametersSchema = builder.parametersSchema;
    this.required = builder.required;
    this.deadline = builder.deadline;
    this.confirm = builder.confirm;
  }

  /** Returns a builder of a tool with this name. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The name by which a model calls it. */
  public String name() {
    return name;
  }

  /** What it does and when to call it, for the model. */
  public String description() {
    return description;
  }

  /** A JSON schema of type object that describes the arguments. */
  public String parametersSchema() {
    return parametersSchema;
  }

  /** The names of the arguments without which it cannot run. */
  public List<String> required() {
    return required;
  }

  /** How long it may take. */
  public Duration deadline() {
    return deadline;
  }

  /** Whether the agent reads the arguments back and runs it only after a yes. */
  public boolean confirm() {
    return confirm;
  }

  @Override
  public String toString() {
    return "ToolSpec[" + name + "]";
  }

  /** Builds specifications. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private String description = "";
    private String parametersSchema = "{\"type\":\"object\",\"properties\":{}}";
    private List<String> required = List.of();
    private Duration deadline = Duration.ofSeconds(30);
    private boolean confirm;

    private Builder(String name) {
      if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
        throw new IllegalArgumentException(
            "a tool is called '"
                + name
                + "'; models accept 1 to 64 letters, digits, underscores and hyphens");
      }
      this.name = name;
    }

    /** Sets what it does, for the model; default empty. */
    public Builder description(String description) {
      this.description = Objects.requireNonNull(description, "description");
      return this;
    }

    /** Sets the JSON schema of the arguments; default an object without properties. */
    public Builder parametersSchema(String parametersSchema) {
      this.parametersSchema = Objects.requireNonNull(parametersSchema, "parametersSchema");
      return this;
    }

    /** Sets the arguments without which it cannot run; default none. */
    public Builder required(List<String> required) {
      this.required = List.copyOf(required);
      return this;
    }

    /** Sets how long it may take; default 30 s. */
    public Builder deadline(Duration deadline) {
      if (deadline.isNegative() || deadline.isZero()) {
        throw new IllegalArgumentException("deadline is " + deadline + ", must be more than 0");
      }
      this.deadline = deadline;
      return this;
    }

    /** Makes the agent ask before it runs the tool; default false. */
    public Builder confirm(boolean confirm) {
      this.confirm = confirm;
      return this;
    }

    /** Builds the specification. */
    public ToolSpec build() {
      return new ToolSpec(this);
    }
  }
}
