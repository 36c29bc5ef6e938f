package dev.perennial.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.functions.LinearRegression;
import weka.classifiers.lazy.IBk;
import weka.classifiers.lazy.LWL;
import weka.classifiers.meta.Bagging;
import weka.classifiers.meta.RandomizableFilteredClassifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neighboursearch.BallTree;
import weka.core.neighboursearch.CoverTree;
import weka.core.neighboursearch.KDTree;
import weka.core.neighboursearch.NearestNeighbourSearch;

class LoadedModelTest {
  private static final Row SETOSA = Row.of(5.1, 3.5, 1.4, 0.2);

  private static LoadedModel committed(Manifest manifest) throws IOException {
    return committed(manifest, Files.readAllBytes(Iris.FOLDER.resolve("iris.model")));
  }

  private static LoadedModel committed(Manifest manifest, byte[] bytes) {
    return new LoadedModel(
        new VersionId(1, "iris", 1),
        manifest,
        new Header(manifest.schema(), Iris.rows()),
        new ModelFiles(Limits.DEFAULT),
        bytes,
        2);
  }

  @Test
  void theCommittedModelRepeatsItsGoldenAnswersToTheLastBit() throws IOException {
    Manifest manifest = Iris.manifest();
    LoadedModel model = committed(manifest);
    assertEquals(15, manifest.golden().size());
    for (Golden golden : manifest.golden()) {
      Row row = golden.row(model.schema());
      assertEquals(golden, Golden.of(model.schema(), row, model.predict(row)));
    }
  }

  @Test
  void theCommittedModelKnowsSetosa() throws IOException {
    LoadedModel model = committed(Iris.manifest());
    Prediction answer = model.predict(SETOSA);
    assertEquals("setosa", model.schema().classes().get(answer.classIndex()));
  }

  @Test
  void refusesToServeAVersionThatDoesNotRepeatAGoldenAnswer() {
    Manifest iris = Iris.manifest();
    Golden wrong =
        new Golden(List.of(5.1, 3.5, 1.4, 0.2), List.of(0.9, 0.1, 0.0), Optional.empty());
    Manifest planted =
        new Manifest(
            1,
            iris.model(),
            iris.title(),
            iris.algorithm(),
            iris.software(),
            iris.data(),
            iris.holdOut(),
            iris.trainedAt(),
            iris.trainer(),
            iris.relation(),
            iris.features(),
            iris.target(),
            iris.metrics(),
            List.of(wrong),
            iris.classifier(),
            iris.provenance());
    assertThrows(ModelException.class, () -> committed(planted));
  }

  static List<Classifier> neighbours() throws Exception {
    Bagging bagged = new Bagging();
    bagged.setClassifier(new IBk(3));
    return List.of(
        new IBk(3),
        searching(new KDTree()),
        searching(new CoverTree()),
        searching(new BallTree()),
        new LWL(),
        new RandomizableFilteredClassifier(),
        bagged);
  }

  private static IBk searching(NearestNeighbourSearch search) {
    IBk classifier = new IBk(3);
    classifier.setNearestNeighbourSearchAlgorithm(search);
    return classifier;
  }

  @ParameterizedTest
  @MethodSource("neighbours")
  void anOutlierDoesNotChangeLaterAnswers(Classifier classifier) {
    Instances rows = Iris.rows();
    LoadedModel model = Iris.loaded(Iris.trained(classifier, rows), rows, 1);
    Header header = new Header(model.schema(), rows);
    List<Row> all = rows.stream().map(header::row).toList();
    List<Prediction> before = all.stream().map(model::predict).toList();
    Prediction outlier = model.predict(Row.of(1000, -1000, 1000, 1000));
    model.predict(Row.of(-1e6, 0, 7, 1e9));
    assertEquals(before, all.stream().map(model::predict).toList());
    assertEquals(outlier, model.predict(Row.of(1000, -1000, 1000, 1000)));
  }

  @Test
  void aRegressorAnswersWithANumber() {
    Instances rows = Iris.rows();
    rows.setClassIndex(3);
    LoadedModel model = Iris.loaded(Iris.trained(new LinearRegression(), rows), rows, 1);
    Prediction answer = model.predict(Row.of(5.1, 3.5, 1.4, 0));
    assertEquals(0, answer.classes());
    assertEquals(0.2, answer.value(), 0.2);
    assertEquals("species", model.schema().features().get(3).name());
  }

  /** Answers what the first value says, to see what becomes of dishonest distributions. */
  private static final class Crooked extends AbstractClassifier {
    @Override
    public void buildClassifier(Instances data) {}

    @Override
    public double[] distributionForInstance(Instance row) {
      double x = row.value(0);
      return new double[] {x, 0, x == 2 ? 2 : 0};
    }
  }

  @Test
  void neverAnswersWithZerosOnlyOrNaN() {
    Instances rows = Iris.rows();
    Header header = new Header(Arff.schema(rows, Arff.Naming.NONE), rows);
    ClassifierCopy copy =
        new ClassifierCopy(new ModelFiles.Revived(new Crooked(), List.of()), header);
    for (double x : new double[] {0, Row.MISSING, -1}) {
      double[] raw = copy.raw(Row.of(x, 0, 0, 0));
      assertThrows(ModelException.class, () -> Answers.of(true, raw));
    }
    double[] votes = copy.raw(Row.of(2, 0, 0, 0));
    assertEquals(Prediction.ofClass(0.5, 0, 0.5), Answers.of(true, votes));
  }

  /** Reading a copy anew takes some 300 times as long as an answer: no sender may order that. */
  @Test
  void aRowWithoutAnAnswerCostsNoCopy() throws IOException {
    byte[] bytes = Files.readAllBytes(Iris.FOLDER.resolve("iris.model"));
    LoadedModel model = committed(Iris.manifest(), bytes);
    bytes[0] ^= 1; // from here on a new copy would be refused
    for (int i = 0; i < 3; i++) {
      Row overflow = Row.of(1e308, -1e308, 1e308, 1e308);
      assertThrows(ModelException.class, () -> model.predict(overflow));
    }
    assertEquals(0, model.predict(SETOSA).classIndex());
  }

  @Test
  void answersDifferForDifferentRows() throws IOException {
    LoadedModel model = committed(Iris.manifest());
    assertNotEquals(model.predict(SETOSA), model.predict(Row.of(6.3, 3.3, 6, 2.5)));
  }
}
