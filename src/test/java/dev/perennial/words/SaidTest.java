package dev.perennial.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.words.Said.Change;
import dev.perennial.words.Said.Share;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SaidTest {
  @Test
  void whatIsStoredIsReadBackAsItWas() {
    Said all =
        Said.of(
            "said.moved-and",
            Said.list(
                List.of(
                    Said.verbatim("a \"b\" ['x' {0}]"),
                    Said.of("said.and-more", "é漢", 3L),
                    Said.p(1e-20),
                    Said.p(.04))),
            Said.all(
                List.of(
                    Said.of("said.estimate", new Share(.5)),
                    Said.of("said.estimate", new Share(Double.NaN)),
                    Said.of("said.estimate", new Change(-1.25, 1)),
                    Said.of("said.estimate", 2.0),
                    Said.of("said.estimate", Double.NEGATIVE_INFINITY))));
    assertEquals(all, Said.read(all.stored()));
    assertEquals(all, Said.read(Optional.of(all.stored()), "otherwise"));
  }

  @Test
  void aSentenceFromBeforeThereWereKeysStandsAsItIs() {
    for (String old : List.of("", "x moved", "[a] moved", "[\"a\", moved", "[\"said.no-such\"]")) {
      assertEquals(Said.verbatim(old), Said.read(old));
      assertEquals(Said.verbatim("then"), Said.read(Optional.of(old), "then"), old);
    }
    assertEquals("then", Said.read(Optional.empty(), "then").english());
    String gone = "[\"said.old\",[\"said.no-such\",1]]";
    assertEquals("then", Said.read(Optional.of(gone), "then").english());
  }

  @Test
  void numbersAreSaidAsAProgramWritesThem() {
    assertEquals("p below 1.0e-12", Said.p(0).english());
    assertEquals("p 0.0412", Said.p(.04123).english());
    assertEquals(
        "a, b, c",
        Said.list(List.of("a", "b", "c").stream().map(Said::verbatim).toList()).english());
    assertEquals(
        "1234567, unknown, +1.3",
        Said.list(
                List.of(
                    Said.of("said.list", 1_234_567L, Double.NaN),
                    Said.of("said.p", new Change(1.25, 1))))
            .english()
            .replace("p ", ""));
  }
}
