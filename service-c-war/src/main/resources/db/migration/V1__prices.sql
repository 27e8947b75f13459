CREATE TABLE price (
  sku      VARCHAR(64) NOT NULL PRIMARY KEY,
  cents    BIGINT      NOT NULL CHECK (cents >= 0),
  currency CHAR(3)     NOT NULL
);

CREATE TABLE contract_price (
  sku     VARCHAR(64)  NOT NULL REFERENCES price (sku),
  subject VARCHAR(255) NOT NULL,
  cents   BIGINT       NOT NULL CHECK (cents >= 0),
  PRIMARY KEY (sku, subject)
);
