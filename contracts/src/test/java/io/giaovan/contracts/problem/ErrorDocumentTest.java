package io.giaovan.contracts.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds docs/errors.md to the codes: each has one row that tells its status, whose trouble it is and what it means. */
class ErrorDocumentTest {
    private static final Pattern ROW = Pattern.compile(
            "^\\| `([A-Z_]+)` \\| ([0-9]{3}) \\| ([a-z]+) \\| ([^|]+?)\\. \\| ([^|]+) \\|$", Pattern.MULTILINE);

    @Test
    void everyCodeHasOneRowAndEveryRowACode() throws IOException {
        List<String> documented =
                rows().stream().map(row -> row.group(1)).sorted().toList();

        assertThat(documented)
                .isEqualTo(Arrays.stream(ErrorCode.values())
                        .map(ErrorCode::name)
                        .sorted()
                        .toList());
    }

    @Test
    void rowsTellWhatTheCodesTell() throws IOException {
        List<MatchResult> rows = rows();
        assertThat(rows).isNotEmpty();
        for (MatchResult row : rows) {
            ErrorCode code = ErrorCode.valueOf(row.group(1));
            assertThat(List.of(row.group(2), row.group(3), row.group(4)))
                    .as("row of %s", code)
                    .containsExactly(
                            Integer.toString(code.status()),
                            code.category().name().toLowerCase(Locale.ROOT),
                            code.title());
            assertThat(row.group(5)).as("what to try after %s", code).isNotBlank();
        }
    }

    private static List<MatchResult> rows() throws IOException {
        Path document = Path.of(System.getProperty("giaovan.root"), "docs", "errors.md");
        return ROW.matcher(Files.readString(document)).results().toList();
    }
}
