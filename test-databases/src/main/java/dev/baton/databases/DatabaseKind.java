package dev.baton.databases;

/** The kinds of database that {@code BATON_DB_KIND} names. */
public enum DatabaseKind {
  /** Derby in this process. */
  DERBY_EMBEDDED {
    @Override
    TestDatabase make(String name) {
      return new TestDatabase(this, "jdbc:derby:memory:" + name + ";create=true", "APP", "");
    }
  },

  /** Derby Network Server, over the wire. */
  DERBY {
    @Override
    TestDatabase make(String name) {
      String url = "jdbc:derby://127.0.0.1:" + DerbyServer.port() + "/target/databases/" + name;
      return new TestDatabase(this, url + ";create=true", "APP", "APP");
    }
  },

  /** PostgreSQL from the distribution's packages. */
  POSTGRESQL {
    @Override
    TestDatabase make(String name) {
      PostgresServer server = PostgresServer.running();
      server.create(name);
      return new TestDatabase(this, server.url(name), PostgresServer.USER, server.password());
    }
  };

  abstract TestDatabase make(String name);

  /** A new, empty database, of a server that is started once and ends with this process. */
  public TestDatabase start() {
    return make("test_" + Long.toUnsignedString(System.nanoTime(), Character.MAX_RADIX));
  }
}
