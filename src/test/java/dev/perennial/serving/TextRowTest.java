package dev.perennial.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.model.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRowTest {
  private final Inputs iris = new Inputs(Schemas.iris(), Policy.strict());

  private static Map<String, List<String>> form(String sepalLength) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("sepal_length", List.of(sepalLength));
    fields.put("sepal_width", List.of("3.5"));
    fields.put("petal_length", List.of("1.4"));
    fields.put("petal_width", List.of("0.2"));
    return fields;
  }

  private FieldError error(Map<String, List<String>> fields) {
    return assertInstanceOf(Checked.Refused.class, TextRow.read(iris, fields)).errors().get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.1", " 5.1\t", "+5.1", "51e-1", "5.10", "\u00a05.1\u2009", "005.1"})
  void forgivesBlanksAndOtherSpellingsOfANumber(String text) {
    var row = assertInstanceOf(Checked.Accepted.class, TextRow.read(iris, form(text)));
    assertEquals(Row.of(5.1, 3.5, 1.4, 0.2), row.row());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|is missing",
        "'  '|is missing",
        "abc|is not a number",
        "NaN|is not a number",
        "Infinity|is not a number",
        "0x1p3|is not a number",
        "5.1f|is not a number",
        "5.1cm|is not a number",
        "1 000|is not a number",
        "--5|is not a number",
        "5,1|is written with a comma: write a point, as in 5.1",
        "1e999|is too large for a number",
        "٥.١|must be written with the digits 0 to 9",
        "５|must be written with the digits 0 to 9"
      })
  void saysWhatIsWrongWithATextThatIsNoNumber(String text, String message) {
    FieldError error = error(form(text));
    assertEquals("sepal_length", error.field());
    assertTrue(error.message().startsWith(message), error.message());
    assertTrue(error.message().endsWith("give a number in cm; training saw 4.3 to 7.9"));
  }

  @Test
  void refusesAFieldGivenTwiceAndAFieldItDoesNotKnow() {
    Map<String, List<String>> fields = form("5.1");
    fields.put("sepal_width", List.of("3.5", "3.5"));
    assertTrue(error(fields).message().startsWith("is given more than once"));
    Map<String, List<String>> other = form("5.1");
    other.put("petal-length", List.of("1"));
    assertTrue(error(other).message().contains("did you mean \"petal_length\"?"));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-02,1577923200000",
    "2020-01-02T00:00:00,1577923200000",
    "2020-01-02T01:00:00+01:00,1577923200000",
    "2020-01-02T00:00:00Z,1577923200000"
  })
  void readsDatesInIso8601(String text, double millis) {
    Inputs kinds = new Inputs(Schemas.everyKind(), Policy.strict());
    Map<String, List<String>> fields =
        Map.of(
            "amount", List.of("5"),
            "purpose", List.of("car"),
            "since", List.of(text),
            "note", List.of("x"));
    var row = assertInstanceOf(Checked.Accepted.class, TextRow.read(kinds, fields));
    assertEquals(millis, row.row().value(2));
  }

  @Test
  void theSameValuesGiveTheSameRowThroughEveryDoor() throws MalformedJson {
    String json =
        "{\"sepal_length\":5.1,\"sepal_width\":3.5,\"petal_length\":1.4,\"petal_width\":0.2}";
    Batch batch = new JsonRows().read(iris, json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertEquals(batch.rows().get(0), TextRow.read(iris, form("5.1")));
  }
}
