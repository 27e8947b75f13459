package dev.baton.tests.api;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASConfig;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.jboss.jandex.MethodInfo;

/**
 * The public API in OpenAPI 3.1, made from the code of the services: what their resources are
 * annotated with, the roles that open each operation, and what the gateway adds to all of them. A
 * resource without a tag is not public.
 */
final class ApiDescription {

  private static final String BASE = "/api/openapi.yaml";
  private static final String SCHEME = "token";
  private static final int FIRST_ERROR = 400;

  /** What any operation may answer, described once. */
  private static final Map<String, String> EVERYWHERE =
      Map.of("401", "Refused", "429", "TooManyRequests", "503", "Unavailable");

  private ApiDescription() {}

  /** The description as YAML, made from class files, one folder for each service. */
  static String of(List<Path> classes) {
    Index index = index(classes);
    return EqualSchemas.once(described(index).toJSON());
  }

  private static SmallRyeOpenAPI described(Index index) {
    return SmallRyeOpenAPI.builder()
        .withConfig(
            new SmallRyeConfigBuilder()
                .withDefaultValue(OASConfig.SCAN_EXCLUDE_CLASSES, notPublic(index))
                .build())
        .withIndex(index)
        .withCustomStaticFile(() -> ApiDescription.class.getResourceAsStream(BASE))
        .enableStandardStaticFiles(false)
        .enableStandardFilter(false)
        .enableModelReader(false)
        .withOperationHandler(ApiDescription::addRoles)
        .addFilter(new PublicApi())
        .build();
  }

  private static String notPublic(Index index) {
    return index.getAnnotations(jakarta.ws.rs.Path.class).stream()
        .map(AnnotationInstance::target)
        .filter(target -> target.kind() == AnnotationTarget.Kind.CLASS)
        .map(AnnotationTarget::asClass)
        .filter(resource -> !resource.hasDeclaredAnnotation(Tag.class))
        .map(resource -> resource.name().toString())
        .collect(Collectors.joining(","));
  }

  private static void addRoles(Operation operation, ClassInfo resource, MethodInfo method) {
    AnnotationInstance roles = method.annotation(RolesAllowed.class);
    operation.addSecurityRequirement(
        OASFactory.createSecurityRequirement()
            .addScheme(SCHEME, List.of(roles.value().asStringArray())));
  }

  private static Index index(List<Path> folders) {
    Indexer indexer = new Indexer();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".class")).forEach(f -> add(f, indexer));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return indexer.complete();
  }

  private static void add(Path file, Indexer indexer) {
    try (InputStream in = Files.newInputStream(file)) {
      indexer.index(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the gateway does to every service's API. */
  private static final class PublicApi implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
      Paths open = OASFactory.createPaths();
      api.getPaths().getPathItems().entrySet().stream()
          .sorted(Comparator.comparing(path -> publicPath(path.getKey())))
          .forEach(path -> open.addPathItem(publicPath(path.getKey()), path.getValue()));
      open.getPathItems().values().stream()
          .flatMap(path -> path.getOperations().values().stream())
          .forEach(PublicApi::complete);
      api.setPaths(open);
    }

    private static String publicPath(String path) {
      return path.startsWith("/api/") || path.startsWith("/ops/") ? path : "/api" + path;
    }

    private static void complete(Operation operation) {
      if (operation.getSecurity() == null) {
        operation.addSecurityRequirement(
            OASFactory.createSecurityRequirement().addScheme(SCHEME, List.of()));
      }
      SortedMap<String, APIResponse> all =
          new TreeMap<>(operation.getResponses().getAPIResponses());
      all.forEach(PublicApi::describe);
      if (!operation.getSecurity().get(0).getScheme(SCHEME).isEmpty()) {
        all.putIfAbsent("403", OASFactory.createAPIResponse().ref("Forbidden"));
      }
      EVERYWHERE.forEach(
          (status, name) -> all.put(status, OASFactory.createAPIResponse().ref(name)));
      operation.setResponses(OASFactory.createAPIResponses());
      all.forEach(operation.getResponses()::addAPIResponse);
    }

    private static void describe(String status, APIResponse response) {
      if (Integer.parseInt(status) >= FIRST_ERROR) {
        response.setContent(problem(Integer.parseInt(status), response.getDescription()));
      }
    }

    private static Content problem(int status, String detail) {
      return OASFactory.createContent()
          .addMediaType(
              "application/problem+json",
              OASFactory.createMediaType()
                  .schema(OASFactory.createSchema().ref("Problem"))
                  .example(example(status, detail)));
    }

    private static String title(int status) {
      Status known = Status.fromStatusCode(status);
      return known == null ? "Unprocessable Content" : known.getReasonPhrase();
    }

    private static Map<String, Object> example(int status, String detail) {
      Map<String, Object> example = new LinkedHashMap<>();
      example.put("type", "about:blank");
      example.put("title", title(status));
      example.put("status", status);
      example.put("detail", detail + ".");
      example.put("instance", "/api/...");
      example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
      return example;
    }
  }
}
