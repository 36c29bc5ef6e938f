package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(Sites.class)
class TensorTest {
  private static final JsonMapper JSON = new JsonMapper();
  private Site site;

  @BeforeEach
  void take(Site given) {
    site = given;
  }

  private HttpResponse<String> infer(String path, String body) throws Exception {
    return site.send(
        HttpRequest.newBuilder(site.at("v2/models/" + path + "/infer"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String columns(String sepalLength) {
    return """
        {"id":"42","inputs":[
        {"name":"sepal_length","shape":[1],"datatype":"FP64","data":[%s]},
        {"name":"sepal_width","shape":[1,1],"datatype":"FP32","data":[[3.5]]},
        {"name":"petal_length","shape":[1],"datatype":"FP64","data":[1.4]},
        {"name":"petal_width","shape":[1],"datatype":"FP64","data":[0.2]}]}
        """
        .formatted(sepalLength);
  }

  @Test
  void answersColumnsAsTheJsonEndpointDoes() throws Exception {
    JsonNode v2 = JSON.readTree(infer("iris", columns("5.1")).body());
    JsonNode json =
        JSON.readTree(site.predict("iris", Site.SETOSA.getBytes(StandardCharsets.UTF_8)).body());
    assertEquals("42", v2.get("id").asString());
    assertEquals("iris", v2.get("model_name").asString());
    assertEquals("1", v2.get("model_version").asString());
    assertEquals(json.get("prediction"), v2.at("/outputs/0/data/0"));
    for (int k = 0; k < 3; k++) {
      String label = v2.at("/outputs/2/data/" + k).asString();
      assertEquals(json.get("probabilities").get(label), v2.at("/outputs/1/data/" + k));
    }
    assertTrue(site.ids().parse(v2.at("/outputs/3/data/0").asString()).isPresent());
  }

  @Test
  void answersOneTableAndOnlyTheOutputsAskedFor() throws Exception {
    String body =
        """
        {"inputs":[{"name":"x","shape":[2,4],"datatype":"FP64","data":[[5.1,3.5,1.4,0.2],[6.7,3.0,5.2,2.3]]}],
        "outputs":[{"name":"predict"}]}
        """;
    JsonNode v2 = JSON.readTree(infer("iris/versions/1", body).body());
    assertEquals(1, v2.get("outputs").size());
    assertEquals("[\"setosa\",\"virginica\"]", v2.at("/outputs/0/data").toString());
    assertEquals("[2]", v2.at("/outputs/0/shape").toString());
    assertTrue(!v2.get("id").asString().isEmpty());
  }

  @Test
  void namesTheSameFaultAsTheJsonEndpoint() throws Exception {
    String wrong = Site.SETOSA.replace("5.1", "\"x\"");
    JsonNode json =
        JSON.readTree(site.predict("iris", wrong.getBytes(StandardCharsets.UTF_8)).body());
    HttpResponse<String> response = infer("iris", columns("\"x\""));
    assertEquals(400, response.statusCode());
    JsonNode v2 = JSON.readTree(response.body());
    assertEquals(json.get("errors"), v2.get("details"));
    assertTrue(v2.get("error").isString());
  }

  @Test
  void refusesTensorsThatAreNotWhatTheirShapeSays() throws Exception {
    String body = columns("5.1").replace("[1.4]", "[1.4,1.5]");
    HttpResponse<String> response = infer("iris", body);
    assertEquals(400, response.statusCode());
    assertTrue(response.body().contains("inputs[2].data"), response.body());
    assertEquals(400, infer("iris", "{}").statusCode());
    assertEquals(400, infer("iris", "[").statusCode());
    assertEquals(400, infer("iris", columns("5.1").replace("FP32", "FP7")).statusCode());
  }

  @Test
  void refusesModelsAndVersionsThatAreNotThereInItsOwnShape() throws Exception {
    for (String path : new String[] {"nobody", "iris/versions/9", "iris/versions/x"}) {
      HttpResponse<String> response = infer(path, columns("5.1"));
      assertEquals(404, response.statusCode(), path);
      assertTrue(JSON.readTree(response.body()).get("error").isString(), path);
    }
    assertEquals(404, site.get("v2/nothing").statusCode());
    assertEquals(405, site.get("v2/models/iris/infer").statusCode());
  }

  @Test
  void describesTheServerAndItsModels() throws Exception {
    assertEquals(200, site.get("v2/health/live").statusCode());
    assertEquals(200, site.get("v2/health/ready").statusCode());
    assertEquals("perennial", JSON.readTree(site.get("v2").body()).get("name").asString());
    assertEquals(200, site.get("v2/").statusCode());
    assertTrue(site.get("v2/models").body().contains("\"iris\""));
    assertEquals(200, site.get("v2/models/iris/versions/1/ready").statusCode());
    JsonNode model = JSON.readTree(site.get("v2/models/iris").body());
    assertEquals("weka_serialized", model.get("platform").asString());
    assertEquals(
        "{\"name\":\"sepal_length\",\"datatype\":\"FP64\",\"shape\":[-1]}",
        model.at("/inputs/0").toString());
    assertEquals("[-1,3]", model.at("/outputs/1/shape").toString());
  }

  @Test
  void sendsAnOutputOnceAndAnIdThatIsNotTextNotAtAll() throws Exception {
    String body =
        columns("5.1")
            .replace("\"42\"", "\"\\ud800\"")
            .replace("]}]}", "]}],\"outputs\":[{\"name\":\"predict\"},{\"name\":\"predict\"}]}");
    HttpResponse<String> response = infer("iris", body);
    assertEquals(200, response.statusCode(), response.body());
    assertEquals(1, JSON.readTree(response.body()).get("outputs").size());
  }

  /** The example of the protocol's text and of its OpenAPI file, for a model with four numbers. */
  @Test
  void answersThePublishedExample() throws Exception {
    String body =
        """
        {"id":"42","parameters":{},"inputs":[{"name":"input0","shape":[2,4],"datatype":"UINT32","parameters":{},
        "data":[1,2,3,4,5,6,7,8]}],"outputs":[{"name":"predict_proba","parameters":{}}]}
        """;
    for (String data : List.of("[1,2,3,4,5,6,7,8]", "[[1,2,3,4],[5,6,7,8]]")) {
      HttpResponse<String> response = infer("iris", body.replace("[1,2,3,4,5,6,7,8]", data));
      assertEquals(200, response.statusCode(), response.body());
      JsonNode v2 = JSON.readTree(response.body());
      assertEquals("42", v2.get("id").asString());
      assertEquals("predict_proba", v2.at("/outputs/0/name").asString());
      assertEquals("[2,3]", v2.at("/outputs/0/shape").toString());
      assertEquals(6, v2.at("/outputs/0/data").size());
    }
  }

  /** As published, its second tensor holds one value where its shape says three. */
  @Test
  void saysWhatIsWrongWithThePublishedExampleAsItStands() throws Exception {
    String body =
        """
        {"id":"42","inputs":[{"name":"input0","shape":[2,2],"datatype":"UINT32","data":[1,2,3,4]},
        {"name":"input1","shape":[3],"datatype":"BOOL","data":[true]}],"outputs":[{"name":"output0"}]}
        """;
    HttpResponse<String> response = infer("iris", body);
    assertEquals(400, response.statusCode());
    assertEquals(
        "inputs[1].data must hold as many values as the shape [3] says.",
        JSON.readTree(response.body()).get("error").asString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UINT8|300|must be a whole number from 0 to 255, as UINT8 says",
        "UINT8|-1|must be a whole number from 0 to 255, as UINT8 says",
        "INT8|-129|must be a whole number from -128 to 127, as INT8 says",
        "UINT64|18446744073709551616|must be a whole number from 0 to 18446744073709551615, as UINT64 says",
        "INT32|5.5|must be a whole number from -2147483648 to 2147483647, as INT32 says",
        "FP16|70000|must be a number of type FP16",
        "FP32|4e38|must be a number of type FP32",
        "BYTES|5.1|does not fit \"sepal_length\": send it as FP64, or another type of number",
        "BOOL|5.1|does not fit \"sepal_length\": send it as FP64, or another type of number"
      })
  void valuesMustBeOfTheTypeThatTheirTensorDeclares(String type, String value, String message)
      throws Exception {
    String body = columns(value).replaceFirst("FP64", type);
    HttpResponse<String> response = infer("iris", body);
    assertEquals(400, response.statusCode(), response.body());
    assertEquals(message, JSON.readTree(response.body()).at("/details/0/message").asString());
  }

  @Test
  void takesEveryTypeOfNumberForANumber() throws Exception {
    for (String type : List.of("UINT8", "UINT64", "INT8", "INT64", "FP16", "FP32", "FP64")) {
      String body = columns("5").replaceFirst("FP64", type);
      assertEquals(200, infer("iris", body).statusCode(), type);
    }
  }

  @Test
  void refusesBinaryTensorsInSoManyWords() throws Exception {
    String tensor =
        columns("5.1").replaceFirst("\"data\"", "\"parameters\":{\"binary_data_size\":8},\"data\"");
    String output =
        columns("5.1")
            .replace(
                "]}]}",
                "]}],\"outputs\":[{\"name\":\"predict\",\"parameters\":{\"binary_data\":true}}]}");
    for (String body : List.of(tensor, output)) {
      HttpResponse<String> response = infer("iris", body);
      assertEquals(400, response.statusCode(), response.body());
      assertTrue(response.body().contains("tensors are sent as JSON here"), response.body());
    }
    HttpResponse<String> header =
        site.send(
            HttpRequest.newBuilder(site.at("v2/models/iris/infer"))
                .header("Content-Type", "application/octet-stream")
                .header("Inference-Header-Content-Length", "5")
                .POST(BodyPublishers.ofString("12345")));
    assertEquals(415, header.statusCode());
    assertTrue(header.body().contains("binary tensor data extension"), header.body());
  }

  @Test
  void tellsStatistics() throws Exception {
    JsonNode before = JSON.readTree(site.get("v2/models/iris/stats").body()).at("/model_stats/0");
    infer("iris", columns("5.1"));
    infer("iris", columns("\"x\""));
    JsonNode after =
        JSON.readTree(site.get("v2/models/iris/versions/1/stats").body()).at("/model_stats/0");
    assertEquals("iris", after.get("name").asString());
    assertEquals("1", after.get("version").asString());
    assertEquals(1, grown(before, after, "/inference_count"));
    assertEquals(1, grown(before, after, "/execution_count"));
    assertEquals(1, grown(before, after, "/inference_stats/success/count"));
    assertEquals(1, grown(before, after, "/inference_stats/fail/count"));
    assertTrue(grown(before, after, "/inference_stats/compute_infer/ns") > 0);
    assertEquals(404, site.get("v2/models/nobody/stats").statusCode());
    assertTrue(site.get("v2").body().contains("\"statistics\""));
  }

  private static long grown(JsonNode before, JsonNode after, String path) {
    return after.at(path).asLong() - before.at(path).asLong();
  }
}
