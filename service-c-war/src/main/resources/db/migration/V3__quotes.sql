-- What a price was fixed at for an order; an order has one, and a released one is never taken again.
CREATE TABLE quote (
  order_id   BIGINT       NOT NULL PRIMARY KEY,
  sku        VARCHAR(64)  NOT NULL,
  subject    VARCHAR(255) NOT NULL,
  cents      BIGINT       NOT NULL CHECK (cents >= 0),
  currency   CHAR(3)      NOT NULL,
  status     VARCHAR(16)  NOT NULL,
  expires_at TIMESTAMP    NOT NULL
);

CREATE INDEX quote_expiry ON quote (status, expires_at);
