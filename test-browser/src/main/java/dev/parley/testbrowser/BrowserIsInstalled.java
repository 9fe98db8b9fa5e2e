package dev.parley.testbrowser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The condition of {@link NeedsBrowser}. */
final class BrowserIsInstalled implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Installation.find()
        .map(found -> ConditionEvaluationResult.enabled("a browser is installed"))
        .orElseGet(() -> ConditionEvaluationResult.disabled(Installation.MISSING));
  }
}
