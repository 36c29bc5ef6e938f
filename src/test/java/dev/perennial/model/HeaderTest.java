package dev.perennial.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weka.core.Instance;
import weka.core.Instances;

class HeaderTest {
  private static final String MIXED =
      """
      @relation 'mixed bag'
      @attribute 'net worth' numeric
      @attribute größe {'very small', "it's", 'a<b'}
      @attribute outcome {no, yes}
      @attribute seen date "yyyy-MM-dd'T'HH:mm:ss'Z'"
      @attribute note string
      @data
      1.5,'very small',yes,"2026-01-01T00:00:00Z",'hello there'
      ?,"it's",no,?,?
      -3,'a<b',no,"2026-01-02T00:00:00Z",bye
      """;

  private static Instances rows() {
    return Arff.read(MIXED, Optional.of("outcome"));
  }

  private static Schema schema() {
    return Arff.schema(
        rows(), new Arff.Naming(Map.of("note", "Remark"), Map.of("net worth", "EUR")));
  }

  @Test
  void readsTheSchemaOfEveryKindOfAttribute() {
    Schema schema = schema();
    assertEquals("mixed bag", schema.relation());
    assertEquals(
        new Feature(
            "net worth",
            "Net Worth",
            Kind.NUMERIC,
            List.of(),
            Optional.of(new Range(-3, 1.5)),
            Optional.of("EUR")),
        schema.features().get(0));
    assertEquals(List.of("very small", "it's", "a<b"), schema.features().get(1).values());
    assertEquals("Größe", schema.features().get(1).label());
    assertEquals(Kind.DATE, schema.features().get(2).kind());
    assertEquals(
        86_400_000.0,
        schema.features().get(2).observed().map(r -> r.max() - r.min()).orElseThrow());
    assertEquals("Remark", schema.features().get(3).label());
    assertEquals(List.of("no", "yes"), schema.classes());
  }

  @Test
  void turnsARowIntoAnInstanceAndBack() {
    Header header = new Header(schema(), rows());
    Instances dataset = header.dataset();
    Row row = Row.of(new double[] {2, 1, 1e12, Row.OTHER}, new String[] {"", "", "", "so so"});
    Instance instance = header.instance(row, dataset);
    assertEquals("it's", instance.stringValue(1));
    assertTrue(instance.classIsMissing());
    assertEquals(1e12, instance.value(3));
    assertEquals("so so", instance.stringValue(4));
    assertEquals(row, header.row(instance));
  }

  @Test
  void anUnknownLabelIsMissingForWeka() {
    Header header = new Header(schema(), rows());
    Row row =
        Row.of(
            new double[] {Row.MISSING, Row.OTHER, Row.MISSING, Row.MISSING},
            new String[] {"", "purple", "", ""});
    Instance instance = header.instance(row, header.dataset());
    for (int i = 0; i < 5; i++) {
      assertTrue(instance.isMissing(i));
    }
  }

  @Test
  void dataSetsDoNotShareStrings() {
    Header header = new Header(schema(), rows());
    Instances one = header.dataset();
    Instances two = header.dataset();
    Instance first = header.instance(note("first"), one);
    Instance second = header.instance(note("second"), two);
    assertEquals("first", first.stringValue(4));
    assertEquals("second", second.stringValue(4));
    for (int i = 0; i < 100; i++) {
      header.instance(note("again " + i), one);
    }
    assertEquals(1, one.attribute(4).numValues(), "strings must not pile up");
  }

  private static Row note(String text) {
    return Row.of(new double[] {0, 0, 0, Row.OTHER}, new String[] {"", "", "", text});
  }

  @Test
  void refusesAManifestForAnotherHeader() {
    Schema schema = schema();
    Instances other = Arff.read(MIXED.replace("net worth", "worth"), Optional.of("outcome"));
    String message =
        String.valueOf(
            assertThrows(ModelException.class, () -> new Header(schema, other)).getMessage());
    assertTrue(message.contains("'net worth'"), message);
  }

  @Test
  void saysWhatIsWrongWithAnArff() {
    assertThrows(ModelException.class, () -> Arff.read("@relation x\n@data\n", Optional.empty()));
    assertThrows(ModelException.class, () -> Arff.read(MIXED, Optional.of("income")));
    assertThrows(ModelException.class, () -> Arff.read("hello", Optional.empty()));
    Instances toText = Arff.read(MIXED, Optional.of("note"));
    assertThrows(ModelException.class, () -> Arff.schema(toText, Arff.Naming.NONE));
  }

  @Test
  void makesLabelsForPeople() {
    assertEquals("Sepal Length", Arff.label("sepal_length"));
    assertEquals("PH Value", Arff.label(" pH  value_"));
    assertEquals("_", Arff.label("_"));
    assertFalse(Arff.label("a").isEmpty());
  }

  @Test
  void theHeaderSurvivesItsOwnText() {
    Header header = new Header(schema(), rows());
    Header again = new Header(schema(), Arff.read(header.arff(), Optional.of("outcome")));
    assertEquals(header.arff(), again.arff());
  }
}
