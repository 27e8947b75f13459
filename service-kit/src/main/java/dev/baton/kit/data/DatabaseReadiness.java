package dev.baton.kit.data;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the schema is migrated and the database answers within a second. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {
  private static final int ANSWER_SECONDS = 1;

  private final Migration migration;

  @Resource(lookup = "jdbc/baton")
  private DataSource database;

  /** For the container's client proxy. */
  protected DatabaseReadiness() {
    this(null);
  }

  @Inject
  public DatabaseReadiness(Migration migration) {
    this.migration = migration;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(migration.isDone() && answers()).build();
  }

  private boolean answers() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(ANSWER_SECONDS);
    } catch (SQLException unreachable) {
      return false;
    }
  }
}
