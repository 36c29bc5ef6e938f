package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Sites.class)
class RawRequestsTest {
  @Test
  void noBytesBringAServerErrorOrAHangOrTheProgramsInside(Site site) throws Exception {
    List<String> wrong = RawRequests.wrong(site.root.getPort());
    assertEquals(List.of(), wrong, String.join("\n----\n", wrong));
  }
}
