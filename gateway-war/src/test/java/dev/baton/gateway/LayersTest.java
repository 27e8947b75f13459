package dev.baton.gateway;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.baton.gateway", importOptions = DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule boundaryUsesControlUsesEntity =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("boundary")
          .definedBy("..boundary..")
          .layer("control")
          .definedBy("..control..")
          .layer("entity")
          .definedBy("..entity..")
          .whereLayer("boundary")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("control")
          .mayOnlyBeAccessedByLayers("boundary")
          .whereLayer("entity")
          .mayOnlyBeAccessedByLayers("boundary", "control");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.baton.gateway.(*)..").should().beFreeOfCycles();
}
