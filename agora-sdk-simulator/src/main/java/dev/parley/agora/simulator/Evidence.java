package dev.parley.agora.simulator;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how sure it is that the real SDK has this member with exactly this signature.
 *
 * <p>A member without the annotation has the level of its class. Code that must run on the real SDK
 * calls members below {@link Level#OVERRIDDEN} through an adapter that survives a {@link
 * LinkageError}; a test can find such calls, because the annotation is kept at run time.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD})
public @interface Evidence {
  /** Returns the level. */
  Level value();

  /** What the signature rests on, best first. */
  enum Level {
    /** An official example calls it and uses what it returns: certain to the last type. */
    RETURN_USED,
    /**
     * An official example calls it and drops what it returns: the return type is documented only.
     */
    CALLED,
    /** An official example overrides it: certain. */
    OVERRIDDEN,
    /** Only a document declares it. */
    DECLARED,
    /** Concluded from conventions or from sibling SDKs. */
    INFERRED
  }
}
