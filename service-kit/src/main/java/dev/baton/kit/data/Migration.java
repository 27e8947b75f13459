package dev.baton.kit.data;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Migrates the schema when the service starts, under Flyway's lock, so that two instances may start
 * at once.
 *
 * <p>It runs beside the start of the application and repeats until the database lets it: a database
 * that comes up later than the service is a wait, not a failed deployment. Until it is done the
 * service is not ready.
 */
@ApplicationScoped
public class Migration {
  private static final Logger LOG = Logger.getLogger(Migration.class.getName());
  private static final long RETRY_SECONDS = 2;

  @Resource(lookup = "jdbc/migrations")
  private DataSource database;

  @Resource private ManagedScheduledExecutorService executor;

  @Inject
  @ConfigProperty(name = "baton.sample.data", defaultValue = "false")
  private boolean sampleData;

  @Inject private Event<SchemaReady> ready;

  private volatile boolean done;
  private volatile boolean stopping;

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    executor.submit(this::migrate);
  }

  @PreDestroy
  void stop() {
    stopping = true;
  }

  /** Whether the schema is the one that this code needs. */
  public boolean isDone() {
    return done;
  }

  private void migrate() {
    try {
      flyway("schema_history", "classpath:db/migration").migrate();
      if (sampleData) {
        flyway("sample_history", "classpath:db/sample").migrate();
      }
      ready.fire(new SchemaReady());
      done = true;
    } catch (FlywayException | PersistenceException refused) {
      LOG.log(
          Level.WARNING,
          "The database can not be migrated yet, next try in {0} s: {1}",
          new Object[] {RETRY_SECONDS, refused.getMessage()});
      retry();
    } catch (RuntimeException fault) {
      // the executor would keep it to itself, and nobody knew why the service is never ready
      LOG.log(Level.SEVERE, "The service can not start", fault);
      throw fault;
    }
  }

  private void retry() {
    if (!stopping) {
      executor.schedule(this::migrate, RETRY_SECONDS, TimeUnit.SECONDS);
    }
  }

  private Flyway flyway(String historyTable, String location) {
    return Flyway.configure(Thread.currentThread().getContextClassLoader())
        .dataSource(database)
        .table(historyTable)
        .locations(location)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load();
  }
}
