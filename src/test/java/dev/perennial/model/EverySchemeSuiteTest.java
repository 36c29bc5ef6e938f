package dev.perennial.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weka.classifiers.Classifier;
import weka.classifiers.misc.InputMappedClassifier;
import weka.core.Instances;

/**
 * Every classifier and regressor in Weka's jar that learns iris passes the filter, and its answers
 * do not depend on what was asked before. Prints the schemes that do not learn it, with the reason.
 */
@Tag("suite")
class EverySchemeSuiteTest {
  private static final int QUERIES = 60;

  private static List<Class<?>> schemes() throws Exception {
    Path jar =
        Path.of(Classifier.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> all = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(file.entries())) {
        String name = entry.getName();
        if (name.startsWith("weka/classifiers/")
            && name.endsWith(".class")
            && !name.contains("$")) {
          all.add(
              Class.forName(
                  name.substring(0, name.length() - 6).replace('/', '.'),
                  false,
                  EverySchemeSuiteTest.class.getClassLoader()));
        }
      }
    }
    all.removeIf(
        type ->
            !Classifier.class.isAssignableFrom(type)
                || Modifier.isAbstract(type.getModifiers())
                || !Modifier.isPublic(type.getModifiers()));
    return all;
  }

  /** Ordinary rows and outliers; the schemes that refuse missing values are asked none. */
  private static List<Row> rows(Instances data) {
    Random random = new Random(5);
    List<Row> rows = new ArrayList<>();
    Schema schema = Arff.schema(data, Arff.Naming.NONE);
    for (int i = 0; i < QUERIES; i++) {
      double[] values = new double[schema.features().size()];
      for (int j = 0; j < values.length; j++) {
        boolean nominal = schema.features().get(j).isNominal();
        values[j] = nominal ? random.nextInt(3) : 8 * random.nextDouble();
        values[j] *= !nominal && random.nextInt(8) == 0 ? 1000 : 1;
      }
      rows.add(Row.of(values));
    }
    return rows;
  }

  private static String answer(LoadedModel model, Row row) {
    try {
      return model.predict(row).toString();
    } catch (ModelException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** The reason why a scheme is not served, or "" if it is and answers alike. */
  private static String trouble(Class<?> type, Instances data, List<String> wrong) {
    LoadedModel model;
    try {
      Classifier classifier = (Classifier) type.getDeclaredConstructor().newInstance();
      classifier.buildClassifier(new Instances(data));
      byte[] bytes = ModelFiles.bytes(classifier);
      model = Iris.loaded(classifier, data, 1);
      assertTrue(bytes.length > 0);
    } catch (ModelFileException e) {
      if (type == InputMappedClassifier.class) {
        return type.getName() + ": it may load a second file past the filter, so it is refused";
      }
      wrong.add(type.getName() + ": " + e.getMessage());
      return "";
    } catch (Exception | LinkageError e) {
      return type.getName() + ": " + e;
    }
    List<Row> rows = rows(data);
    List<String> forwards = rows.stream().map(row -> answer(model, row)).toList();
    List<Row> backwards = new ArrayList<>(rows);
    Collections.reverse(backwards);
    List<String> again =
        new ArrayList<>(backwards.stream().map(row -> answer(model, row)).toList());
    Collections.reverse(again);
    if (!forwards.equals(again)) {
      wrong.add(type.getName() + ": an answer depends on earlier questions");
    }
    return "";
  }

  @Test
  void everySchemePassesTheFilterAndAnswersAlike() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (int target : new int[] {4, 3}) {
      Instances data = Iris.rows();
      data.setClassIndex(target);
      for (Class<?> type : schemes()) {
        String why = trouble(type, data, wrong);
        if (!why.isEmpty()) {
          System.out.println("not for target " + data.classAttribute().name() + ": " + why);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void theJarHoldsTheSchemesWeThinkOf() throws Exception, IOException {
    assertTrue(schemes().size() > 50);
  }
}
