package org.jlvm.dm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "org.jlvm.dm", importOptions = ImportOption.DoNotIncludeTests.class)
class DmArchitectureTest {
  private static final Pattern LVM_TERMS =
      Pattern.compile(
          "\\b(PVs?|VGs?|LVs?|lvm2?)\\b|(Physical|Logical)Volume|VolumeGroup|volume group"
              + "|logical volume|physical volume");

  @ArchTest
  static final ArchRule ONLY_DM_JNA_USES_JNA =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.jlvm.dm.jna..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.jna..");

  @ArchTest
  static final ArchRule OF_THE_CORE_ONLY_UNITS_AND_ERRORS_ARE_USED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.jlvm.core.model..", "org.jlvm.core.config..", "org.jlvm.core.engine..");

  @ArchTest
  static void packagesHaveNoCycles(JavaClasses classes) {
    slices().matching("org.jlvm.(dm..)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void deviceMapperKnowsNothingOfWhatItsDevicesAreFor() throws IOException {
    Path root = Path.of("src/main/java/org/jlvm/dm");
    List<Path> files;
    try (Stream<Path> found = Files.walk(root)) {
      files = found.filter(file -> file.toString().endsWith(".java")).toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        assertThat(LVM_TERMS.matcher(line).find()).as("%s: %s", file, line).isFalse();
      }
    }
  }
}
