-- An order has one reservation, and a released one is never taken again. `pieces` is what the warehouse has counted:
-- available and reserved together. Only the warehouse changes it, so that the sum can be checked.
ALTER TABLE stock ADD COLUMN pieces BIGINT DEFAULT 0 NOT NULL;

UPDATE stock SET pieces = available;

CREATE TABLE reservation (
  order_id   BIGINT       NOT NULL PRIMARY KEY,
  sku        VARCHAR(64)  NOT NULL REFERENCES stock (sku),
  subject    VARCHAR(255) NOT NULL,
  quantity   BIGINT       NOT NULL CHECK (quantity > 0),
  status     VARCHAR(16)  NOT NULL,
  expires_at TIMESTAMP    NOT NULL
);

CREATE INDEX reservation_expiry ON reservation (status, expires_at);
