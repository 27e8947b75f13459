package dev.baton.stock.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.databases.DatabaseKind;
import dev.baton.databases.Plan;
import dev.baton.databases.Repositories;
import dev.baton.databases.TestDatabase;
import dev.baton.kit.precondition.Precondition;
import dev.baton.kit.problem.ProblemException;
import dev.baton.stock.entity.StockLevel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The migrations and repositories, on each kind of database, with enough rows to need an index. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class StockOnEveryDatabaseTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 6, 1, 12, 0);
  private static final Precondition WHATEVER_THERE_IS = Precondition.of(List.of("*"), null);
  private static final Precondition NONE = Precondition.of(null, List.of("*"));

  private static TestDatabase database;
  private static Repositories repositories;
  private static StockTable stock;
  private static ReservationTable reservations;

  StockOnEveryDatabaseTest(DatabaseKind kind) {}

  @BeforeParameterizedClassInvocation
  static void load(DatabaseKind kind) {
    database = kind.start();
    database.migrate();
    database.migrateSample();
    database.run(
        """
        INSERT INTO reservation (order_id, sku, subject, quantity, status, expires_at)
        SELECT n, 'SKU-0001', 'load', 1, CASE WHEN n < 2020 THEN 'HELD' ELSE 'CONFIRMED' END,
               CAST('2026-02-01 00:00:00' AS TIMESTAMP)
        FROM (
          SELECT 2001 + 1000 * k.d + 100 * h.d + 10 * t.d + u.d AS n
          FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS k(d),
               (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS h(d),
               (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS t(d),
               (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS u(d)
        ) AS numbers
        """);
    database.analyse("reservation");
    database.analyse("stock");
    repositories = new Repositories("stock", database);
    stock = repositories.inject(new StockTable());
    reservations = repositories.inject(new ReservationTable());
  }

  @AfterParameterizedClassInvocation
  static void end() {
    repositories.close();
    database.close();
  }

  @Test
  void sampleIsThereAndAddsUp() {
    assertThat(in(() -> stock.find("SKU-0007"))).map(StockLevel::available).contains(107L);
    assertThat(
            database.rows(
                "SELECT COUNT(*) FROM stock s WHERE s.sku <> 'SKU-0001' AND s.pieces <> s.available"
                    + " + COALESCE((SELECT SUM(r.quantity) FROM reservation r"
                    + " WHERE r.sku = s.sku AND r.status IN ('HELD', 'CONFIRMED')), 0)"))
        .containsExactly("0");
  }

  @Test
  void piecesAreHeldOnceAndGivenBack() {
    long before = available();

    in(() -> reservations.hold(90_001, "SKU-0400", "walter", 2, NOW));
    in(() -> reservations.hold(90_001, "SKU-0400", "walter", 2, NOW.plusMinutes(1)));
    assertThat(available()).isEqualTo(before - 2);

    in(() -> reservations.release(90_001, "SKU-0400", new Access("walter", false)));
    assertThat(available()).isEqualTo(before);
  }

  @Test
  void whatIsOverdueIsGivenBackOnceAndMayBeHeldAgain() {
    long before = available();
    in(() -> reservations.hold(90_003, "SKU-0400", "walter", 2, NOW));

    assertThat(in(() -> reservations.expire(90_003, NOW.minusSeconds(1)))).isEmpty();
    assertThat(available()).isEqualTo(before - 2);
    assertThat(in(() -> reservations.expire(90_003, NOW.plusSeconds(1)))).isPresent();
    assertThat(in(() -> reservations.expire(90_003, NOW.plusSeconds(1)))).isEmpty();
    assertThat(available()).isEqualTo(before);

    in(() -> reservations.hold(90_003, "SKU-0400", "walter", 2, NOW));
    assertThat(available()).isEqualTo(before - 2);
    in(() -> reservations.release(90_003, "SKU-0400", new Access("walter", false)));
  }

  @Test
  void aConfirmedOneDoesNotExpireAndOneThatDidTakesItsPiecesAgain() {
    Access walter = new Access("walter", false);
    long before = available();
    in(() -> reservations.hold(90_004, "SKU-0400", "walter", 2, NOW));
    in(() -> reservations.confirm(90_004, "SKU-0400", walter));
    in(() -> reservations.hold(90_005, "SKU-0400", "walter", 3, NOW));
    in(() -> reservations.expire(90_005, NOW.plusSeconds(1)));

    assertThat(in(() -> reservations.expire(90_004, NOW.plusSeconds(1)))).isEmpty();
    in(() -> reservations.confirm(90_005, "SKU-0400", walter));
    assertThat(available()).isEqualTo(before - 5);

    in(() -> reservations.release(90_004, "SKU-0400", walter));
    in(() -> reservations.release(90_005, "SKU-0400", walter));
    assertThat(available()).isEqualTo(before);
  }

  /** Nothing takes pieces from another order; who has decided waits until there are some again. */
  @Test
  void aConfirmedOneWhosePiecesWereSoldWaitsForOthers() {
    Access walter = new Access("walter", false);
    in(() -> stock.set("SKU-0401", 2, WHATEVER_THERE_IS));
    in(() -> reservations.hold(90_007, "SKU-0401", "walter", 2, NOW));
    in(() -> reservations.expire(90_007, NOW.plusSeconds(1)));
    in(() -> reservations.hold(90_008, "SKU-0401", "petra", 1, NOW));

    assertThatThrownBy(() -> in(() -> reservations.confirm(90_007, "SKU-0401", walter)))
        .isInstanceOf(ProblemException.class);
    assertThat(in(() -> stock.find("SKU-0401"))).map(StockLevel::available).contains(1L);

    in(() -> stock.set("SKU-0401", 5, WHATEVER_THERE_IS));
    in(() -> reservations.confirm(90_007, "SKU-0401", walter));
    assertThat(in(() -> stock.find("SKU-0401"))).map(StockLevel::available).contains(3L);
  }

  @Test
  void anArticleThatIsThereIsNotCreated() {
    assertThat(in(() -> stock.set("NEW-1", 5, NONE)).created()).isTrue();

    assertThatThrownBy(() -> in(() -> stock.set("NEW-1", 5, NONE)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.getResponse().getStatus()).isEqualTo(412));
  }

  /** A row that another transaction may still take back is no row, and the outcome is not 412. */
  @Test
  void whoWaitsTooLongIsNotToldThatTheArticleIsThere() throws SQLException {
    waitHalfASecondForLocks();
    try (Connection other = database.connect();
        Statement insert = other.createStatement();
        Repositories waiting = new Repositories("stock", database)) {
      StockTable table = waiting.inject(new StockTable());
      other.setAutoCommit(false);
      insert.execute("INSERT INTO stock (sku, available, pieces) VALUES ('NEW-2', 1, 1)");

      assertThatThrownBy(() -> waiting.transaction(() -> table.set("NEW-2", 5, NONE)))
          .isNotInstanceOf(ProblemException.class);

      other.rollback();
      assertThat(waiting.transaction(() -> table.set("NEW-2", 5, NONE)).created()).isTrue();
    }
  }

  private static void waitHalfASecondForLocks() {
    if (database.kind() == DatabaseKind.POSTGRESQL) {
      String name = database.rows("SELECT current_database()").get(0);
      database.run("ALTER DATABASE " + name + " SET lock_timeout = '500ms'");
    } else {
      database.run("CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.locks.waitTimeout', '1')");
    }
  }

  @Test
  void whatWasReleasedIsNeverHeldAgain() {
    Access walter = new Access("walter", false);
    long before = available();
    in(() -> reservations.hold(90_006, "SKU-0400", "walter", 2, NOW));
    in(() -> reservations.release(90_006, "SKU-0400", walter));

    assertThatThrownBy(() -> in(() -> reservations.hold(90_006, "SKU-0400", "walter", 2, NOW)))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> in(() -> reservations.confirm(90_006, "SKU-0400", walter)))
        .isInstanceOf(ProblemException.class);
    assertThat(available()).isEqualTo(before);
  }

  @Test
  void moreThanThereIsIsRefusedAndLeavesNothing() {
    long before = available();

    assertThatThrownBy(() -> in(() -> reservations.hold(90_002, "SKU-0400", "walter", 9999, NOW)))
        .isInstanceOf(ProblemException.class);

    assertThat(available()).isEqualTo(before);
    assertThat(database.rows("SELECT * FROM reservation WHERE order_id = 90002")).isEmpty();
  }

  @Test
  void articleIsFoundByItsKey() {
    assertThat(repositories.planOf(() -> stock.find("SKU-0400")))
        .matches(plan -> plan.usesPrimaryKeyOf("stock") && !plan.readsAWholeTable());
  }

  @Test
  void whatHasExpiredIsReadFromItsIndex() {
    assertReadsOnly("reservation_expiry", repositories.planOf(() -> reservations.expired(NOW, 50)));
  }

  private static long available() {
    return in(() -> stock.find("SKU-0400")).orElseThrow().available();
  }

  private static void assertReadsOnly(String index, Plan plan) {
    assertThat(plan).matches(found -> found.uses(index), "uses " + index);
    assertThat(plan).matches(found -> !found.readsAWholeTable(), "reads no whole table");
  }

  private static <T> T in(Supplier<T> work) {
    return repositories.transaction(work);
  }
}
