package dev.perennial.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.model.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {
  private static final String GOOD =
      "{'sepal_length':5.1,'sepal_width':3.5,'petal_length':1.4,'petal_width':0.2}";
  private final Inputs iris = new Inputs(Schemas.iris(), Policy.strict());
  private final Inputs kinds = new Inputs(Schemas.everyKind(), Policy.strict());

  private static Batch read(Inputs inputs, String json) throws MalformedJson {
    byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return new JsonRows().read(inputs, body);
  }

  private static Checked one(Inputs inputs, String json) throws MalformedJson {
    Batch batch = read(inputs, json);
    assertTrue(batch.single());
    return batch.rows().get(0);
  }

  private static List<FieldError> errors(Inputs inputs, String json) throws MalformedJson {
    return assertInstanceOf(Checked.Refused.class, one(inputs, json), json).errors();
  }

  private static String malformed(String json) {
    var inputs = new Inputs(Schemas.iris(), Policy.strict());
    return assertThrows(MalformedJson.class, () -> read(inputs, json), json).sentence();
  }

  @Test
  void readsAnObjectInAnyOrderOfFields() throws MalformedJson {
    String json = "{'petal_width':2e-1,'petal_length':1.4,'sepal_length':5.1,'sepal_width':3.5}";
    var row = assertInstanceOf(Checked.Accepted.class, one(iris, json));
    assertEquals(Row.of(5.1, 3.5, 1.4, 0.2), row.row());
    assertTrue(row.warnings().isEmpty());
  }

  @Test
  void readsAListInOrderAndKeepsABadElementInItsPlace() throws MalformedJson {
    Batch batch = read(iris, "[" + GOOD + ",7," + GOOD + ",{}]");
    assertFalse(batch.single());
    assertEquals(4, batch.rows().size());
    assertInstanceOf(Checked.Accepted.class, batch.rows().get(0));
    assertInstanceOf(Checked.Refused.class, batch.rows().get(1));
    assertInstanceOf(Checked.Accepted.class, batch.rows().get(2));
    var last = assertInstanceOf(Checked.Refused.class, batch.rows().get(3));
    assertEquals(4, last.errors().size());
  }

  @Test
  void namesEveryOffendingFieldAtOnce() throws MalformedJson {
    String json = "{'sepal_length':'5.1','sepal_width':null,'petal_length':[1],'colour':1}";
    List<String> fields = errors(iris, json).stream().map(FieldError::field).toList();
    assertEquals(
        List.of("sepal_length", "sepal_width", "petal_length", "colour", "petal_width"), fields);
  }

  @Test
  void suggestsTheNearestKnownName() throws MalformedJson {
    FieldError error = errors(iris, "{'Sepal Lenght':5.1}").get(0);
    assertEquals("Sepal Lenght", error.field());
    assertTrue(error.message().contains("did you mean \"sepal_length\"?"), error.message());
  }

  @Test
  void saysWhatIsAcceptedWithUnitAndRange() throws MalformedJson {
    FieldError error = errors(iris, GOOD.replace("5.1", "true")).get(0);
    assertEquals(
        "must be a number without quotes; give a number in cm; training saw 4.3 to 7.9",
        error.message());
    assertEquals("true", error.value().orElseThrow());
  }

  @Test
  void refusesAFieldGivenTwice() throws MalformedJson {
    List<FieldError> errors = errors(iris, GOOD.replace("}", ",'petal_width':0.2}"));
    assertEquals(1, errors.size());
    assertTrue(errors.get(0).message().contains("more than once"));
  }

  @Test
  void refusesANumberBeyondTheLargestDouble() throws MalformedJson {
    FieldError error = errors(iris, GOOD.replace("5.1", "1e999")).get(0);
    assertEquals("1e999", error.value().orElseThrow());
    assertTrue(error.message().startsWith("is too large"), error.message());
  }

  @Test
  void warnsOfAValueOutsideWhatTrainingSaw() throws MalformedJson {
    var row = assertInstanceOf(Checked.Accepted.class, one(iris, GOOD.replace("1.4", "9.9")));
    Warning warning = row.warnings().get(0);
    assertEquals("out_of_range:petal_length", warning.code());
    assertEquals(
        "Petal Length 9.9 cm is outside what training saw (1 to 6.9 cm); the answer may be unreliable.",
        warning.message().english());
  }

  @Test
  void answersAMissingValueWithAWarningWhereTheSettingAllowsIt() throws MalformedJson {
    Inputs lenient = new Inputs(Schemas.iris(), new Policy(true, false, false, 1_000));
    String json = "{'sepal_length':null,'sepal_width':3.5,'petal_length':1.4}";
    var row = assertInstanceOf(Checked.Accepted.class, one(lenient, json));
    assertTrue(row.row().isMissing(0) && row.row().isMissing(3));
    assertEquals(
        List.of("missing:sepal_length", "missing:petal_width"),
        row.warnings().stream().map(Warning::code).toList());
  }

  @Test
  void takesLabelsDatesAndTexts() throws MalformedJson {
    String json = "{'amount':5,'purpose':'new tv','since':'2020-01-02','note':'a b'}";
    var row = assertInstanceOf(Checked.Accepted.class, one(kinds, json)).row();
    assertEquals(1, row.value(1));
    assertEquals(1_577_923_200_000.0, row.value(2));
    assertEquals(Row.OTHER, row.value(3));
    assertEquals("a b", row.text(3));
  }

  @Test
  void rejectsAnInputWithAnUnknownLabel() throws MalformedJson {
    FieldError error =
        errors(kinds, "{'amount':5,'purpose':'boat','since':'2020-01-02','note':''}").get(0);
    assertEquals("purpose", error.field());
    assertEquals(
        "is not a known value; give one of \"car\", \"new tv\", \"<b>\"other\"</b>\"",
        error.message());
  }

  @Test
  void answersAnUnknownLabelWithAWarningWhereTheSettingAllowsIt() throws MalformedJson {
    Inputs lenient = new Inputs(Schemas.everyKind(), new Policy(false, true, false, 1_000));
    String json = "{'amount':5,'purpose':'boat','since':'2020-01-02','note':''}";
    var row = assertInstanceOf(Checked.Accepted.class, one(lenient, json));
    assertEquals(Row.OTHER, row.row().value(1));
    assertEquals("boat", row.row().text(1));
    assertEquals("unseen:purpose", row.warnings().get(0).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud800", "a\\udc00b"})
  void refusesATextThatNoDatabaseCanKeep(String text) throws MalformedJson {
    String json = "{'amount':5,'purpose':'car','since':'2020-01-02','note':'%s'}".formatted(text);
    assertEquals("note", errors(kinds, json).get(0).field());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{}}",
        "[1,]",
        "nul",
        "NaN",
        "{'a':NaN}",
        "{'a':-Infinity}",
        "{'a':01}",
        "{'a':.5}",
        "{'a':+1}",
        "{'a' 1}",
        "{a:1}",
        "[1] x",
        "{'a':'\t'}",
        "// c\n{}",
        "{'a':1 'b':2}"
      })
  void refusesWhatIsNotJson(String json) {
    assertFalse(malformed(json).isEmpty());
  }

  @Test
  void saysWhereTheJsonBreaks() {
    assertEquals(
        "The body is not valid JSON: line 2, column 16.", malformed("{\n'sepal_length':x1}"));
  }

  @Test
  void findsAFaultBehindAWrongValue() {
    malformed("{'sepal_length':'wrong','x':}");
    malformed("[7,8,{]");
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] latin1 = "{\"é\":1}".getBytes(StandardCharsets.ISO_8859_1);
    assertThrows(MalformedJson.class, () -> new JsonRows().read(iris, latin1));
    byte[] utf16 = GOOD.getBytes(StandardCharsets.UTF_16);
    assertThrows(MalformedJson.class, () -> new JsonRows().read(iris, utf16));
  }

  @ParameterizedTest
  @CsvSource({"16,true", "17,false"})
  void readsSixteenLevelsAndNoMore(int depth, boolean fits) throws MalformedJson {
    String json = "[".repeat(depth) + "]".repeat(depth);
    if (fits) {
      assertEquals(1, read(iris, json).rows().size());
    } else {
      assertEquals("The JSON is nested deeper than 16 levels.", malformed(json));
    }
  }

  @Test
  void readsAThousandRowsAndNoMore() throws MalformedJson {
    assertEquals(1_000, read(iris, list(1_000)).rows().size());
    List<FieldError> errors = errors(iris, list(1_001));
    assertTrue(errors.get(0).message().contains("more than 1000 rows"), errors.toString());
    malformed(list(1_001).replace("]", ""));
  }

  @Test
  void boundsWhatOneBadRequestMayCost() throws MalformedJson {
    String strangers =
        IntStream.range(0, 50_000).mapToObj(i -> "'x" + i + "':0").collect(Collectors.joining(","));
    assertTrue(errors(iris, "{" + strangers + "}").size() < 200);
    String empties = "[" + "{},".repeat(999) + "{}]";
    assertEquals(1_000, read(iris, empties).rows().size());
  }

  @Test
  void showsForeignTextShortAndWhole() {
    String field = FieldError.forPrograms("\ud800x" + "y".repeat(5_000), "a\u0007b", "").field();
    assertEquals(Shown.LIMIT + 1, field.length());
    assertTrue(field.startsWith("\uFFFDxy"), field);
    assertEquals("🌱", Shown.text("🌱"));
  }

  private static String list(int rows) {
    return "[" + "7,".repeat(rows - 1) + "7]";
  }
}
