package io.giaovan.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.naming.NameUtils;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the reference in docs/operations.md to the settings: each has a row with its default, and every row a setting. */
class SettingsDocumentTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| `(giaovan\\.[a-z0-9.-]+)` \\| ([^|]+) \\| [^|]", Pattern.MULTILINE);

    @Test
    void everySettingHasARowWithItsDefaultAndEveryRowASetting() throws IOException {
        Map<String, String> settings = settings();
        assertThat(settings).hasSizeGreaterThan(100).containsKey("giaovan.store.uri");

        assertThat(documented()).containsExactlyEntriesOf(settings);
    }

    private static Map<String, String> documented() throws IOException {
        Path document = Path.of(System.getProperty("giaovan.root"), "docs", "operations.md");
        Map<String, String> rows = new TreeMap<>();
        ROW.matcher(Files.readString(document)).results().forEach(row -> {
            String twice = rows.put(row.group(1), row.group(2));
            assertThat(twice).as("%s is described twice", row.group(1)).isNull();
        });
        return rows;
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.giaovan")) {
            if (type.isAnnotatedWith(ConfigurationProperties.class)) {
                Class<?> declared = type.reflect();
                String prefix =
                        declared.getAnnotation(ConfigurationProperties.class).value();
                for (Parameter setting : parameters(declared)) {
                    settings.put(prefix + "." + NameUtils.hyphenate(setting.getName()), defaultOf(setting));
                }
            }
        }
        return settings;
    }

    private static List<Parameter> parameters(Class<?> type) {
        assertThat(type.isRecord()).as("%s is a record", type).isTrue();
        return List.of(type.getDeclaredConstructors()[0].getParameters());
    }

    private static String defaultOf(Parameter setting) {
        Bindable bindable = setting.getAnnotation(Bindable.class);
        if (bindable != null && bindable.defaultValue().isEmpty()) {
            return "empty";
        }
        boolean absent = Arrays.stream(setting.getAnnotatedType().getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
        return bindable == null ? (absent ? "none" : "required") : "`" + bindable.defaultValue() + "`";
    }
}
