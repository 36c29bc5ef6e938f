package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.app.Visit;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an administrator does on pages, and what others are told there. */
@ExtendWith(Sites.class)
class AdminPagesTest {
  private static final Pattern TOKEN = Pattern.compile("prn_[0-9A-Za-z]{43}");

  private static HttpResponse<String> act(Visit visit, String page, String... fields)
      throws Exception {
    Map<String, String> form = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    form.put("csrf", visit.csrf(page));
    return visit.post(page, form);
  }

  @Test
  void anAccountIsMadePromotedGivenAPasswordAndRemoved(Site site) throws Exception {
    Visit admin = Visit.signedIn(site, "admin", Site.PASSWORD);
    String page = "admin/accounts";
    String first = "first words of ida";
    assertEquals(
        303,
        act(admin, page, "act", "create", "name", "Ida", "role", "reader", "password", first)
            .statusCode());
    Visit ida = Visit.signedIn(site, "ida", first);
    assertEquals(403, ida.get("admin").statusCode());
    assertFalse(ida.get("account").body().contains("Administration</a>"));
    act(admin, page, "act", "role", "name", "ida", "role", "administrator");
    assertEquals(200, ida.get("admin").statusCode());
    act(admin, page, "act", "password", "name", "ida", "password", "other words of ida");
    assertEquals(303, ida.get("admin").statusCode());
    assertEquals(401, new Visit(site, "192.0.2.20").signIn("ida", first).statusCode());
    assertEquals(400, act(admin, page, "act", "remove", "name", "ida").statusCode());
    assertTrue(admin.get(page).body().contains("<h2>ida</h2>"));
    assertEquals(303, act(admin, page, "act", "remove", "name", "ida", "sure", "yes").statusCode());
    assertFalse(admin.get(page).body().contains("<h2>ida</h2>"));
    String audit = admin.get("admin/audit").body();
    for (String act : new String[] {"account created", "account role", "password reset"}) {
      assertTrue(audit.contains(act), act);
    }
    assertTrue(audit.contains("192.0.2.1") && audit.contains("account:admin"), audit);
  }

  @Test
  void whatCannotBeDoneIsSaidAndChangesNothing(Site site) throws Exception {
    Visit admin = Visit.signedIn(site, "admin", Site.PASSWORD);
    String page = "admin/accounts";
    var last = act(admin, page, "act", "remove", "name", "admin", "sure", "yes");
    assertEquals(400, last.statusCode());
    assertTrue(last.body().contains("is the last administrator"), last.body());
    String name = "<b>x</b>";
    var hostile =
        act(
            admin,
            page,
            "act",
            "create",
            "name",
            name,
            "role",
            "reader",
            "password",
            "a b c d e f g h");
    assertEquals(400, hostile.statusCode());
    assertTrue(hostile.body().contains("value=\"&lt;b&gt;x&lt;/b&gt;\""), hostile.body());
    assertFalse(hostile.body().contains(name) || hostile.body().contains("a b c d e f g h"));
    for (String act : new String[] {"", "explode"}) {
      assertEquals(400, act(admin, page, "act", act, "name", "admin").statusCode());
    }
    assertEquals(
        400, act(admin, page, "act", "role", "name", "admin", "role", "king").statusCode());
  }

  @Test
  void aTokenIsShownOnceWorksAndIsRevoked(Site site) throws Exception {
    Visit admin = Visit.signedIn(site, "admin", Site.PASSWORD);
    String page = "admin/tokens";
    var made =
        act(admin, page, "act", "create", "name", "page-test", "role", "reader", "days", "3");
    assertEquals(200, made.statusCode());
    Matcher text = TOKEN.matcher(made.body());
    assertTrue(text.find());
    String[] bearer = {"Authorization", "Bearer " + text.group()};
    assertEquals(200, site.get("account", bearer).statusCode());
    assertEquals(403, site.get("admin", bearer).statusCode());
    String list = admin.get(page).body();
    assertFalse(TOKEN.matcher(list).find());
    assertTrue(list.contains("page-test") && list.contains("valid; ends <time datetime="), list);
    var again = act(admin, page, "act", "create", "name", "page-test", "role", "reader");
    assertEquals(400, again.statusCode());
    assertTrue(again.body().contains("There is or was a token"), again.body());
    Matcher id = Pattern.compile("name=\"id\" value=\"(\\d+)\"").matcher(list);
    assertTrue(id.find());
    assertEquals(303, act(admin, page, "act", "revoke", "id", id.group(1)).statusCode());
    assertEquals(401, site.get("api/v1/models", bearer).statusCode());
    assertEquals(400, act(admin, page, "act", "revoke", "id", "99999999").statusCode());
    assertEquals(400, act(admin, page, "act", "revoke", "id", "x").statusCode());
    assertEquals(400, act(admin, page, "name", "t2", "role", "reader", "days", "-1").statusCode());
  }

  @Test
  void aPasswordIsChangedByItsOwner() throws Exception {
    try (Site site = Site.start(Map.of())) {
      Visit mine = Visit.signedIn(site, "admin", Site.PASSWORD);
      Visit other = Visit.signedIn(site, "admin", Site.PASSWORD);
      String fresh = "three words, no more";
      String old = mine.cookie();
      assertEquals(
          401,
          act(mine, "account", "password", "not it", "new", fresh, "again", fresh).statusCode());
      assertEquals(
          400,
          act(mine, "account", "password", Site.PASSWORD, "new", fresh, "again", "").statusCode());
      assertEquals(
          400,
          act(mine, "account", "password", Site.PASSWORD, "new", "short", "again", "short")
              .statusCode());
      var changed = act(mine, "account", "password", Site.PASSWORD, "new", fresh, "again", fresh);
      assertEquals(303, changed.statusCode());
      assertFalse(old.equals(mine.cookie()));
      assertTrue(
          mine.get("account?done=password-changed").body().contains("The password is changed"));
      assertEquals(303, other.get("account").statusCode());
      Visit.signedIn(site, "admin", fresh);
    }
  }

  @Test
  void theFirstSignInIsHelpedUntilThePasswordIsChanged() throws Exception {
    try (Site site = Site.start(Map.of("perennial.admin.password", ""))) {
      String hint = "secrets/initial-admin-password";
      assertTrue(site.get("sign-in").body().contains(hint));
      assertFalse(site.get("sign-in").body().contains("perennial-site"), "a path of the server");
      String password = site.secret("initial-admin-password");
      Visit admin = Visit.signedIn(site, "admin", password);
      assertTrue(admin.get("admin").body().contains("The first password is still in force"));
      String fresh = "three words, no more";
      act(admin, "account", "password", password, "new", fresh, "again", fresh);
      assertFalse(site.get("sign-in").body().contains(hint));
      assertFalse(admin.get("admin").body().contains("still in force"));
    }
  }

  @Test
  void theAuditIsPagedByKey(Site site) throws Exception {
    for (int i = 0; i < 60; i++) {
      site.audit("test", "paged", "row " + i);
    }
    Visit admin = Visit.signedIn(site, "admin", Site.PASSWORD);
    String first = admin.get("admin/audit").body();
    Matcher older = Pattern.compile("admin/audit\\?before=\\d+").matcher(first);
    assertTrue(first.contains("row 59") && !first.contains("row 5<"), first);
    assertTrue(older.find());
    assertTrue(admin.get(older.group()).body().contains("row 5<"));
    assertTrue(admin.get("admin/audit?before=1").body().contains("Nothing older than that"));
    assertEquals(200, admin.get("admin/audit?before=%3Cb%3E").statusCode());
  }

  @Test
  void whatTheWebhookDidNotTakeStandsInTheAdministration(Site site) throws Exception {
    Visit admin = Visit.signedIn(site, "admin", Site.PASSWORD);
    assertTrue(admin.get("admin").body().contains("<code>perennial.webhook.url</code> is empty"));
    String body = "{\"id\":\"iris-data_drift-<i>2</i>\",\"to\":\"firing\"}";
    site.database.run(
        handle ->
            handle.execute(
                """
                INSERT INTO delivery (transition, body, state, made_at, next_at, attempts, result)
                VALUES (1, ?, 'given up', TIMESTAMP WITH TIME ZONE '2026-11-24 08:00:00+00',
                  TIMESTAMP WITH TIME ZONE '2026-11-24 11:00:00+00', 8, 'answered 503')
                """,
                body));
    String page = admin.get("admin").body();
    assertTrue(page.contains("iris-data_drift-&lt;i&gt;2&lt;/i&gt;: firing"), page);
    assertTrue(page.contains("Given up") && page.contains("answered 503"), page);
    site.database.run(handle -> handle.execute("DELETE FROM delivery"));
  }
}
