package dev.perennial.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {
  private static final Openness CLOSED = new Openness(false, false, false, false);
  private static final Set<Right> CLOSABLE =
      EnumSet.of(Right.PREDICT, Right.LABEL, Right.MONITOR, Right.METRICS);
  private final Caller reader = new Caller("ada", Optional.of(Role.READER), Caller.How.SESSION);

  private static Set<Right> rights(Caller caller, Openness open) {
    Set<Right> may = EnumSet.noneOf(Right.class);
    for (Right right : Right.values()) {
      if (caller.may(right, open)) {
        may.add(right);
      }
    }
    return may;
  }

  @Test
  void aStrangerMayWhatIsOpenAndNothingElse() {
    Set<Right> open = EnumSet.copyOf(CLOSABLE);
    open.add(Right.ANYONE);
    assertEquals(open, rights(Caller.ANONYMOUS, Openness.everything()));
    assertEquals(EnumSet.of(Right.ANYONE), rights(Caller.ANONYMOUS, CLOSED));
  }

  @Test
  void eachSettingClosesItsOwnRight() {
    assertFalse(Caller.ANONYMOUS.may(Right.PREDICT, new Openness(false, true, true, true)));
    assertFalse(Caller.ANONYMOUS.may(Right.LABEL, new Openness(true, false, true, true)));
    assertFalse(Caller.ANONYMOUS.may(Right.MONITOR, new Openness(true, true, false, true)));
    assertFalse(Caller.ANONYMOUS.may(Right.METRICS, new Openness(true, true, true, false)));
    for (Right right : CLOSABLE) {
      assertTrue(Caller.ANONYMOUS.may(right, Openness.everything()));
    }
  }

  @Test
  void aReaderMayAllButAdministerAndAnAdministratorAll() {
    assertEquals(EnumSet.complementOf(EnumSet.of(Right.ADMINISTRATOR)), rights(reader, CLOSED));
    assertEquals(EnumSet.allOf(Right.class), rights(House.ADMIN, CLOSED));
    assertEquals(EnumSet.allOf(Right.class), rights(Caller.BOOTSTRAP, CLOSED));
  }

  @Test
  void anAccountAndATokenOfOneNameAreToldApart() {
    Caller token = new Caller("ada", Optional.of(Role.READER), Caller.How.TOKEN);
    assertEquals("account:ada", reader.actor());
    assertEquals("token:ada", token.actor());
  }
}
