package dev.parley.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.spi.PluginProvider;
import dev.parley.spi.Setting;
import dev.parley.testkit.FixedSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What every provider must declare, whatever its kind. Extend it in the plugin's own tests. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class ProviderContract {
  private static final Pattern SECRET =
      Pattern.compile(".*(key|token|secret|password|certificate)");

  /** For subclasses. */
  protected ProviderContract() {}

  /** The provider under test. */
  protected abstract PluginProvider<?> provider();

  /**
   * The class by which the ServiceLoader finds providers of this kind, such as {@code
   * SttProvider.class}.
   */
  protected abstract Class<? extends PluginProvider<?>> kind();

  /**
   * Values of the settings, by key, with which an engine can be made without a network; default
   * those that are required, made up.
   */
  protected Map<String, String> workingSettings() {
    var values = new HashMap<String, String>();
    for (Setting setting : provider().settings()) {
      if (setting.required()) {
        values.put(
            setting.key(),
            setting.choices().isEmpty() ? "made-up-" + setting.key() : setting.choices().get(0));
      }
    }
    return values;
  }

  private List<Setting> settings() {
    return provider().settings();
  }

  @Test
  void nameIsOneLowerCaseWord() {
    assertThat(provider().name()).matches("[a-z][a-z0-9-]*");
  }

  @Test
  void saysInOneSentenceWhatItIs() {
    assertThat(provider().sentence()).isNotBlank().endsWith(".").doesNotContain("\n");
  }

  @Test
  void priorityIsBetweenZeroAndTen() {
    assertThat(provider().priority()).isBetween(0, 10);
  }

  @Test
  void theServiceLoaderFindsIt() {
    List<Class<?>> found =
        ServiceLoader.load(kind()).stream().<Class<?>>map(ServiceLoader.Provider::type).toList();
    assertThat(found).contains(provider().getClass());
  }

  @Test
  void keysAndVariablesAreUnique() {
    assertThat(settings()).extracting(Setting::key).doesNotHaveDuplicates();
    assertThat(settings()).extracting(Setting::variable).doesNotHaveDuplicates();
  }

  @Test
  void variablesAreInCapitals() {
    assertThat(settings())
        .allSatisfy(each -> assertThat(each.variable()).matches("[A-Z][A-Z0-9_]*"));
  }

  @Test
  void everySettingIsExplained() {
    assertThat(settings())
        .allSatisfy(each -> assertThat(each.sentence()).as(each.key()).isNotBlank());
  }

  @Test
  void secretsAreMarked() {
    assertThat(settings())
        .filteredOn(each -> SECRET.matcher(each.key()).matches())
        .allSatisfy(each -> assertThat(each.secret()).as("%s is a secret", each.key()).isTrue());
  }

  @Test
  void secretsHaveNoDefault() {
    assertThat(settings())
        .filteredOn(Setting::secret)
        .allSatisfy(each -> assertThat(each.defaultValue()).as(each.key()).isEmpty());
  }

  @Test
  void whatIsRequiredHasNoDefault() {
    assertThat(settings())
        .filteredOn(Setting::required)
        .allSatisfy(each -> assertThat(each.defaultValue()).as(each.key()).isEmpty());
  }

  @Test
  void defaultsAreAmongTheChoices() {
    assertThat(settings())
        .filteredOn(each -> !each.choices().isEmpty() && each.defaultValue().isPresent())
        .allSatisfy(each -> assertThat(each.choices()).contains(each.defaultValue().orElseThrow()));
  }

  @Test
  void withoutWhatIsRequiredItIsNotAvailable() {
    boolean needsSomething = settings().stream().anyMatch(Setting::required);
    if (needsSomething) {
      assertThat(provider().isAvailable(FixedSettings.of())).isFalse();
    }
  }

  @Test
  void aMissingSettingIsNamed() {
    for (Setting missing : settings().stream().filter(Setting::required).toList()) {
      var values = new HashMap<>(workingSettings());
      values.remove(missing.key());
      assertThatIllegalArgumentException()
          .isThrownBy(() -> provider().create(FixedSettings.of(values)))
          .withMessageContaining(missing.variable());
    }
  }

  @Test
  void aWrongChoiceIsNamed() {
    for (Setting setting : settings().stream().filter(each -> !each.choices().isEmpty()).toList()) {
      var values = new HashMap<>(workingSettings());
      values.put(setting.key(), "no-such-choice");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> provider().create(FixedSettings.of(values)))
          .withMessageContaining(setting.secret() ? setting.variable() : "no-such-choice");
    }
  }

  @Test
  void itsEngineHasItsNameAndShowsNoSecret() {
    var values = workingSettings();
    try (var engine = provider().create(FixedSettings.of(values))) {
      assertThat(engine.name()).isEqualTo(provider().name());
      for (Setting secret : settings().stream().filter(Setting::secret).toList()) {
        assertThat(engine.toString()).doesNotContain(values.getOrDefault(secret.key(), "\u0000"));
      }
    }
  }
}
