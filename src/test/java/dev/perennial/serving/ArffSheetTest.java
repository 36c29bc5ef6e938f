package dev.perennial.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.model.Row;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArffSheetTest {
  private static final Inputs INPUTS =
      new Inputs(Schemas.everyKind(), new Policy(true, false, false, 10));
  private static final String HEADER =
      """
      % a comment
      @relation 'two words'
      @attribute id string
      @attribute amount numeric
      @ATTRIBUTE purpose {car,'new tv','<b>\\"other\\"</b>'}
      @attribute since date 'dd.MM.yyyy'
      @attribute note string
      @attribute class {good,bad}
      @data
      """;

  private static ArffSheet open(String text) throws Exception {
    return ArffSheet.open(INPUTS, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Sheet.Line row(String line) throws Exception {
    Sheet sheet = open(HEADER + "% more\n\n" + line);
    Sheet.Line row = sheet.next().orElseThrow();
    assertEquals(Optional.empty(), sheet.next());
    return row;
  }

  private static Row accepted(String line) throws Exception {
    return ((Checked.Accepted) row(line).row()).row();
  }

  private static String fault(String line) throws Exception {
    return ((Checked.Refused) row(line).row()).errors().get(0).message();
  }

  @Test
  void readsQuotesBlanksMissingValuesDatesAndWeights() throws Exception {
    Row row = accepted("a\t5, 'new tv','23.11.2026' ,\"it\\'s 5 %\",? {2}");
    assertEquals(5, row.value(0));
    assertEquals(1, row.value(1));
    assertEquals("2026-11-23T00:00:00Z", Accepts.value(INPUTS.feature(2), row.value(2)));
    assertEquals("it's 5 %", row.text(3));
    assertTrue(accepted("a,?,car,01.01.2026,'?',good").isMissing(0));
    assertEquals("?", accepted("a,?,car,01.01.2026,'?',good").text(3));
    assertEquals("a b", row("'a b',1,car,01.01.2026,x,?").id());
  }

  @Test
  void readsSparseRows() throws Exception {
    Row row = accepted("{2 'new tv', 4 x}");
    assertEquals(0, row.value(0));
    assertEquals(1, row.value(1));
    assertTrue(fault("{7 x}").startsWith("names the attribute 7"));
    assertTrue(fault("{x}").startsWith("must pair"));
  }

  @Test
  void aRowThatIsWrongSinksNoOther() throws Exception {
    assertEquals("has 2 cells where there are 6 columns", fault("a,5"));
    assertEquals("has a quote that does not end", fault("a,5,'car"));
    assertTrue(fault("a,5,boat,01.01.2026,x,?").startsWith("is not a known value"));
    assertEquals(
        "is not a date; give a date such as 2026-11-23 or 2026-11-23T09:30:00Z",
        fault("a,5,car,1/1/2026,x,?"));
  }

  @Test
  void whatIsNoHeaderIsMalformed() {
    for (String text :
        new String[] {
          "",
          "@relation x\n",
          "@data\n",
          "a,b\n@data\n1,2",
          "@relation x\n@attribute a {b\n@data\n",
          "%" + "x".repeat(1 << 21)
        }) {
      assertThrows(MalformedCsv.class, () -> open(text), text.length() > 50 ? "long" : text);
    }
    assertThrows(WrongColumns.class, () -> open(HEADER.replace("amount", "amuont")));
  }
}
