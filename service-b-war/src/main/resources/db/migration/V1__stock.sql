CREATE TABLE stock (
  sku       VARCHAR(64) NOT NULL PRIMARY KEY,
  available BIGINT      NOT NULL CHECK (available >= 0)
);
