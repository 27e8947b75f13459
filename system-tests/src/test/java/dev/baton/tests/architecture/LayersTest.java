package dev.baton.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayersTest {
  /** Acts as itself and for no user: its calls name their token. */
  private static final String WORKER = "Worker";

  /** The domain of each WAR: its one package below ours. */
  private static final List<String> SERVICES =
      Wars.folders().stream().map(war -> Wars.domain(war)).toList();

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .importPaths(
              Stream.concat(Stream.of(Path.of("../service-kit")), Wars.folders().stream())
                  .map(module -> module.resolve("target/classes"))
                  .toList());

  static Stream<String> services() {
    return SERVICES.stream();
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyPartHasCode(String service) {
    assertThat(CODE.stream().filter(type -> type.getPackageName().startsWith(root(service))))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("services")
  void boundaryUsesControlUsesEntity(String service) {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("boundary")
        .definedBy(root(service) + ".boundary..")
        .layer("control")
        .definedBy(root(service) + ".control..")
        .layer("entity")
        .definedBy(root(service) + ".entity..")
        .whereLayer("boundary")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("control")
        .mayOnlyBeAccessedByLayers("boundary")
        .check(CODE);
  }

  @ParameterizedTest
  @MethodSource("services")
  void noServiceUsesAnother(String service) {
    String[] others =
        SERVICES.stream()
            .filter(other -> !other.equals(service))
            .map(other -> root(other) + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(root(service) + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(CODE);
  }

  @Test
  void theKitKnowsNoService() {
    noClasses()
        .that()
        .resideInAPackage("dev.baton.kit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            SERVICES.stream().map(service -> root(service) + "..").toArray(String[]::new))
        .check(CODE);
  }

  @Test
  void theKitHasNoCycles() {
    slices().matching("dev.baton.kit.(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void everyResourceMethodNamesItsRoles() {
    methods()
        .that()
        .areAnnotatedWith(GET.class)
        .or()
        .areAnnotatedWith(PUT.class)
        .or()
        .areAnnotatedWith(POST.class)
        .or()
        .areAnnotatedWith(DELETE.class)
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage("..boundary..")
        .should()
        .beAnnotatedWith(RolesAllowed.class)
        .check(CODE);
  }

  @Test
  void everyClientHandsTheTokenOn() {
    classes()
        .that()
        .areInterfaces()
        .and()
        .areAnnotatedWith(jakarta.ws.rs.Path.class)
        .and()
        .doNotHaveSimpleName(WORKER)
        .should()
        .beAnnotatedWith(RegisterClientHeaders.class)
        .check(CODE);
  }

  /** But what MicroProfile Config itself reads from. */
  @Test
  void nobodyReadsTheEnvironmentByHand() {
    noClasses()
        .that()
        .resideInAPackage("dev.baton..")
        .and()
        .areNotAssignableTo(ConfigSource.class)
        .should()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .check(CODE);
  }

  private static String root(String service) {
    return "dev.baton." + service;
  }
}
