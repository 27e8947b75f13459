package dev.baton.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Grafana can take the dashboard as it is (dashboard JSON model, schema 38). That its expressions
 * find something is held by {@code MonitoringIT}.
 */
class DashboardTest {
  private static final Path FILE = Path.of("../ansible/roles/monitoring/files/dashboard.json");
  private static final int COLUMNS = 24;

  private final JsonObject dashboard = read();
  private final List<JsonObject> panels =
      dashboard.getJsonArray("panels").getValuesAs(JsonObject.class);

  @Test
  void itHasANameAndWaitsForItsPrometheus() {
    assertThat(dashboard.getString("uid")).matches("[a-zA-Z0-9_-]{1,40}");
    assertThat(dashboard.getString("title")).isNotBlank();
    // An id of its own would be another dashboard's in the Grafana that imports it.
    assertThat(dashboard.containsKey("id")).isFalse();
    assertThat(dashboard.getValue("/templating/list/0/name").toString())
        .isEqualTo("\"datasource\"");
    assertThat(dashboard.getValue("/templating/list/0/type").toString())
        .isEqualTo("\"datasource\"");
  }

  @Test
  void everyPanelAsksThatPrometheusAndHasATitle() {
    assertThat(panels).extracting(panel -> panel.getInt("id")).doesNotHaveDuplicates();
    assertThat(panels).extracting(panel -> panel.getString("title")).doesNotHaveDuplicates();
    assertThat(panels)
        .isNotEmpty()
        .allSatisfy(
            panel -> {
              assertThat(panel.getValue("/datasource/uid").toString())
                  .isEqualTo("\"${datasource}\"");
              assertThat(panel.getJsonArray("targets").getValuesAs(JsonObject.class))
                  .isNotEmpty()
                  .allMatch(target -> !target.getString("expr").isBlank());
            });
  }

  @Test
  void noPanelLiesOverAnotherOrBesideThePage() {
    List<Rectangle> places =
        panels.stream().map(panel -> place(panel.getJsonObject("gridPos"))).toList();

    for (Rectangle place : places) {
      assertThat(place.x + place.width).isLessThanOrEqualTo(COLUMNS);
      assertThat(places.stream().filter(place::intersects)).hasSize(1);
    }
  }

  private static Rectangle place(JsonObject grid) {
    return new Rectangle(grid.getInt("x"), grid.getInt("y"), grid.getInt("w"), grid.getInt("h"));
  }

  private static JsonObject read() {
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(FILE))) {
      return reader.readObject();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
