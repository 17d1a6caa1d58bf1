package org.jlvm.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The shape of the house: which part may know which. */
@AnalyzeClasses(packages = "org.jlvm", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule coreKnowsNothingAboveIt =
      noClasses()
          .that()
          .resideInAPackage("org.jlvm.core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jlvm.dm..", "org.jlvm.activation..", "org.jlvm.cli..");

  @ArchTest
  static final ArchRule deviceMapperKnowsNothingOfCommands =
      noClasses()
          .that()
          .resideInAnyPackage("org.jlvm.dm..", "org.jlvm.activation..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jlvm.cli..");

  @ArchTest
  static final ArchRule deviceMapperKnowsNothingOfLvm =
      noClasses()
          .that()
          .resideInAPackage("org.jlvm.dm..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.jlvm.activation..",
              "org.jlvm.core.model..",
              "org.jlvm.core.format..",
              "org.jlvm.core.segtype..",
              "org.jlvm.core.plan..",
              "org.jlvm.core.engine..");

  @ArchTest
  static final ArchRule nativeCallsInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.jlvm.dm.jna..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.jna..");

  @ArchTest
  static final ArchRule terminalLibrariesInTheCommandsOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.jlvm.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "org.jline..");

  @ArchTest
  static final ArchRule coreNeedsNoReflection =
      noClasses()
          .that()
          .resideInAPackage("org.jlvm.core..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.reflect..");

  @ArchTest
  static final ArchRule noPackageCycles =
      slices().matching("org.jlvm.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule standardStreamsBelongToTheConsole =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.jlvm.cli.console..")
          .should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule onlyMainEndsTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.jlvm.cli.Main")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  /** Users' own patterns need them; for anything else they cost too much at start-up. */
  @ArchTest
  static final ArchRule regularExpressionsOnlyForPatternsOfUsers =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.jlvm.core.regex..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.regex..");
}
