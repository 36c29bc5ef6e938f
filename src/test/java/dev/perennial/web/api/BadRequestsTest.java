package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bad bodies: each a 400 that tells malformed JSON from wrong input and names what is wrong. */
@ExtendWith(Sites.class)
class BadRequestsTest {
  private static final String REST = "'sepal_width':3.5,'petal_length':1.4,'petal_width':0.2";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a text for a number             | {'sepal_length':'5.1',REST}              | sepal_length",
        "an empty text                   | {'sepal_length':'',REST}                 | sepal_length",
        "a text that says NaN            | {'sepal_length':'NaN',REST}              | sepal_length",
        "true for a number               | {'sepal_length':true,REST}               | sepal_length",
        "an object for a number          | {'sepal_length':{'a':1},REST}            | sepal_length",
        "a list for a number             | {'sepal_length':[5.1],REST}              | sepal_length",
        "a null                          | {'sepal_length':null,REST}               | sepal_length",
        "a field left out                | {REST}                                   | sepal_length",
        "a number beyond the largest     | {'sepal_length':1e999,REST}              | sepal_length",
        "a number below the smallest     | {'sepal_length':-1e999,REST}             | sepal_length",
        "a field twice                   | {'sepal_length':5,'sepal_length':5,REST} | sepal_length",
        "an unknown field                | {'sepal_length':5,REST,'colour':'red'}   | colour",
        "an empty name                   | {'sepal_length':5,REST,'':1}             | ``",
        "another case                    | {'Sepal_Length':5,REST}                  | Sepal_Length",
        "a name with a blank             | {'sepal_length ':5,REST}                 | `sepal_length `",
        "a name with markup              | {'sepal_length':5,REST,'<b>':1}          | <b>",
        "half of a character in a text   | {'sepal_length':'\\ud800',REST}          | sepal_length",
        "an empty object                 | {}                                       | sepal_length",
        "a number alone                  | 5.1                                      | ``",
        "a text alone                    | 'hello'                                  | ``",
        "true alone                      | true                                     | ``",
        "null alone                      | null                                     | ``",
        "nothing                         | ``                                       | malformed",
        "only a blank                    | ` `                                      | malformed",
        "an object left open             | {'sepal_length':5                        | malformed",
        "a text left open                | {'sepal_length':'5                       | malformed",
        "a list left open                | [{'sepal_length':5}                      | malformed",
        "text after the end              | {'sepal_length':5,REST} x                | malformed",
        "two objects                     | {'sepal_length':5,REST}{}                | malformed",
        "a comma too many                | {'sepal_length':5,REST,}                 | malformed",
        "a comma too few                 | {'sepal_length':5 REST}                  | malformed",
        "a comma alone                   | ,                                        | malformed",
        "NaN                             | {'sepal_length':NaN,REST}                | malformed",
        "Infinity                        | {'sepal_length':Infinity,REST}           | malformed",
        "minus Infinity                  | {'sepal_length':-Infinity,REST}          | malformed",
        "a plus sign                     | {'sepal_length':+5.1,REST}               | malformed",
        "a leading zero                  | {'sepal_length':05.1,REST}               | malformed",
        "a point first                   | {'sepal_length':.5,REST}                 | malformed",
        "a point last                    | {'sepal_length':5.,REST}                 | malformed",
        "a hexadecimal number            | {'sepal_length':0x5,REST}                | malformed",
        "a decimal comma                 | {'sepal_length':5,1,REST}                | malformed",
        "a name without quotes           | {sepal_length:5,REST}                    | malformed",
        "a comment                       | {'sepal_length':5,REST}/*x*/             | malformed",
        "a tab within a text             | {'sepal_length':'\t',REST}               | malformed",
        "a bad escape                    | {'sepal_length':'\\x',REST}              | malformed",
        "None                            | None                                     | malformed",
        "a form's fields                 | sepal_length=5.1&sepal_width=3.5         | malformed",
        "markup                          | <sepal_length>5.1</sepal_length>         | malformed",
        "a fault behind a wrong value    | {'sepal_length':'x',}                    | malformed",
        "a fault behind a whole row      | [{'sepal_length':5,REST},{]              | malformed",
      })
  void isRefused(String what, String template, String expected, Site site) throws Exception {
    String body = template.replace("REST", REST).replace('\'', '"');
    var response = site.predict("iris", body.getBytes(StandardCharsets.UTF_8));
    assertEquals(400, response.statusCode(), response.body());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElseThrow());
    JsonNode problem = new JsonMapper().readTree(response.body());
    if (expected.equals("malformed")) {
      assertEquals("urn:perennial:problem:malformed-json", problem.get("type").asString());
      assertFalse(problem.get("detail").asString().isEmpty());
    } else {
      assertEquals("urn:perennial:problem:invalid-input", problem.get("type").asString());
      assertEquals(expected, problem.get("errors").get(0).get("field").asString());
      assertFalse(problem.get("errors").get(0).get("message").asString().isEmpty());
    }
    assertTrue(!response.body().contains("jackson") && !response.body().contains("Exception"));
  }
}
