package dev.baton.databases;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.lang.reflect.Field;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;

/** A service's repositories on a database, without a server around them. */
public final class Repositories implements AutoCloseable {
  private final Statements statements;
  private final EntityManagerFactory factory;
  private final EntityManager entities;

  /**
   * @param unit the persistence unit, whose classes are on the class path
   */
  public Repositories(String unit, TestDatabase database) {
    statements = new Statements(database);
    factory =
        Persistence.createEntityManagerFactory(
            unit,
            Map.of(
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource",
                "",
                "jakarta.persistence.nonJtaDataSource",
                statements.dataSource(),
                "eclipselink.weaving",
                "false",
                "eclipselink.logging.level",
                "SEVERE"));
    entities = factory.createEntityManager();
  }

  /** Gives a repository its entity manager, as the container does. */
  public <R> R inject(R repository) {
    Field field =
        Arrays.stream(repository.getClass().getDeclaredFields())
            .filter(one -> one.getType() == EntityManager.class)
            .findFirst()
            .orElseThrow();
    try {
      field.setAccessible(true);
      field.set(repository, entities);
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException(closed);
    }
    return repository;
  }

  /** Does something as one transaction, from rows that are read anew. */
  public <T> T transaction(Supplier<T> work) {
    EntityTransaction transaction = entities.getTransaction();
    transaction.begin();
    try {
      T result = work.get();
      transaction.commit();
      return result;
    } finally {
      if (transaction.isActive()) {
        transaction.rollback();
      }
      entities.clear();
    }
  }

  /** Does something and tells how the database did the last statement of it. */
  public Plan planOf(Supplier<?> work) {
    transaction(work);
    return statements.plan();
  }

  @Override
  public void close() {
    entities.close();
    factory.close();
    try {
      statements.close();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
