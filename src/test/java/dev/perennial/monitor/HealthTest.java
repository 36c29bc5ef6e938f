package dev.perennial.monitor;

import static dev.perennial.monitor.Check.near;
import static dev.perennial.monitor.Check.same;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.monitor.BurnRate.Span;
import dev.perennial.monitor.Uptime.Gap;
import dev.perennial.monitor.Uptime.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {
  private static final BurnRate FAST = BurnRate.STANDARD.get(0);

  @Test
  void anOutageAtTenRequestsAnHourIsSeenAtTheThirdError() {
    assertTrue(FAST.judge(new Span(10, 2), new Span(1, 1), .999).isEmpty());
    assertEquals(
        "3 of 11 requests failed within 1 h: 273 times what the objective of 99.9 % allows",
        FAST.judge(new Span(11, 3), new Span(1, 1), .999).orElseThrow().english());
  }

  @Test
  void anOutageThatIsOverIsNoAlarm() {
    assertTrue(FAST.judge(new Span(1000, 300), new Span(80, 0), .999).isEmpty());
  }

  @Test
  void anEmptyShortSpanSaysNothingAgainstTheLongOne() {
    assertTrue(FAST.judge(new Span(11, 3), new Span(0, 0), .999).isPresent());
  }

  @Test
  void threeErrorsThatChanceMayMakeAreNoAlarm() {
    // At an objective of 95 % three of four failing is 14 times too many, yet 4.8e-4 by chance.
    assertTrue(FAST.judge(new Span(4, 3), new Span(4, 3), .95).isEmpty());
    assertTrue(FAST.judge(new Span(5, 5), new Span(5, 5), .95).isPresent());
  }

  @Test
  void aRateBelowItsFactorIsNoAlarm() {
    assertTrue(FAST.judge(new Span(100_000, 1430), new Span(8000, 200), .999).isEmpty());
    assertTrue(FAST.judge(new Span(100_000, 1450), new Span(8000, 200), .999).isPresent());
    BurnRate slow = BurnRate.STANDARD.get(2);
    assertTrue(slow.judge(new Span(100_000, 150), new Span(8000, 20), .999).isPresent());
  }

  @Test
  void aGapIsDowntimeWithItsStartAndEnd() {
    Uptime uptime =
        Uptime.of(List.of(new Stretch(0, 400, false), new Stretch(500, 800, true)), 0, 1000, 20);
    assertEquals(List.of(new Gap(400, 500, true), new Gap(800, 1000, false)), uptime.gaps());
    same(.7, uptime.share());
    assertEquals(1, uptime.crashes());
  }

  @Test
  void twoInstancesThatOverlapLeaveNoGap() {
    List<Stretch> both = List.of(new Stretch(0, 600, false), new Stretch(300, 1000, true));
    assertEquals(new Uptime(1, List.of(), 0), Uptime.of(both, 0, 1000, 20));
  }

  @Test
  void theHeartbeatsOwnIntervalIsNoGap() {
    List<Stretch> now = List.of(new Stretch(0, 985, true));
    assertEquals(new Uptime(1, List.of(), 0), Uptime.of(now, 0, 1000, 20));
  }

  @Test
  void whatLiesBeforeTheFirstStartIsNotCounted() {
    Uptime uptime = Uptime.of(List.of(new Stretch(900, 1000, true)), 0, 1000, 20);
    assertEquals(new Uptime(1, List.of(), 0), uptime);
  }

  @Test
  void aServiceThatDiedBeforeTheSpanWasDownAllOfIt() {
    Uptime uptime = Uptime.of(List.of(new Stretch(0, 100, false)), 500, 1000, 20);
    assertEquals(0, uptime.share());
    assertEquals(List.of(new Gap(500, 1000, true)), uptime.gaps());
    assertEquals(1, uptime.crashes());
  }

  @Test
  void requestsAddUpByRouteAndStage() {
    RequestSums one = new RequestSums();
    RequestSums other = new RequestSums();
    for (int i = 1; i <= 100; i++) {
      RequestSums sums = i % 2 == 0 ? one : other;
      sums.addDuration("score", 10.0 * i);
      sums.addStatus("predict", i <= 90 ? 200 : i <= 95 ? 400 : 503);
    }
    one.merge(other);
    near(500, one.micros("score", .5), .01);
    near(990, one.micros("score", .99), .01);
    assertEquals(0, one.micros("parse", .5));
    assertEquals(new Span(100, 5), one.span());
    assertArrayEquals(new long[] {0, 0, 90, 0, 5, 5}, one.byRoute().get("predict"));
    assertArrayEquals(one.bytes(), RequestSums.of(one.bytes()).bytes());
  }

  @Test
  void aSpanThatBeginsAfterTheLastHeartbeatIsUpUntilTheNextOneIsMissed() {
    List<Uptime.Stretch> started = List.of(new Uptime.Stretch(1_000, 1_000, true));

    assertEquals(1, Uptime.of(started, 6_000, 9_000, 30_000).share());
    assertEquals(0, Uptime.of(started, 6_000, 60_000, 30_000).share());
  }
}
