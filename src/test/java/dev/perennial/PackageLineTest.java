package dev.perennial;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Data walks one way: a package may use only packages to its left in {@link #ORDER}. */
@AnalyzeClasses(packages = "dev.perennial", importOptions = DoNotIncludeTests.class)
class PackageLineTest {
  private static final List<String> ORDER =
      List.of(
          "words",
          "db",
          "access",
          "model",
          "explain",
          "log",
          "serving",
          "monitor",
          "watch",
          "training",
          "demo",
          "web",
          "app");

  /** The launcher stands outside the line: it is not inside the web application. */
  private static final String LAUNCHER = "launcher";

  private static final String ROOT = "dev.perennial.";

  private static String part(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.", 2)[0] : "";
  }

  @ArchTest
  void everyPackageHasAPlaceInTheLine(JavaClasses classes) {
    Set<String> strangers = new TreeSet<>();
    classes.forEach(type -> strangers.add(part(type)));
    strangers.removeAll(ORDER);
    strangers.remove(LAUNCHER);
    strangers.remove("");
    assertTrue(strangers.isEmpty(), "give these packages a place in ORDER: " + strangers);
  }

  @ArchTest
  void aPackageUsesOnlyPackagesToItsLeft(JavaClasses classes) {
    for (int i = 0; i < ORDER.size(); i++) {
      List<String> right = ORDER.subList(i + 1, ORDER.size());
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage(ROOT + ORDER.get(i) + "..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "stand to the right of " + ORDER.get(i), type -> right.contains(part(type))))
          .allowEmptyShould(true)
          .check(classes);
    }
  }

  @ArchTest
  void noPackageIsInACycle(JavaClasses classes) {
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(classes);
  }
}
