-- An order is found again by its customer's key, and knows the price that it was confirmed at.
ALTER TABLE customer_order ADD COLUMN idempotency_key VARCHAR(200);
ALTER TABLE customer_order ADD COLUMN cents BIGINT;
ALTER TABLE customer_order ADD COLUMN currency CHAR(3);
ALTER TABLE customer_order ADD COLUMN confirmed_at TIMESTAMP;

ALTER TABLE customer_order ADD CONSTRAINT customer_order_key UNIQUE (owner, idempotency_key);
CREATE INDEX customer_order_undecided ON customer_order (status, created_at);

-- What was decided and services B and C have not been told yet.
CREATE TABLE order_todo (
  order_id BIGINT      NOT NULL PRIMARY KEY REFERENCES customer_order (id),
  sku      VARCHAR(64) NOT NULL,
  task     VARCHAR(16) NOT NULL,
  due_at   TIMESTAMP   NOT NULL
);

CREATE INDEX order_todo_due ON order_todo (due_at);

-- Which instance does the background work, and until when no other may.
CREATE TABLE worker_lease (
  name       VARCHAR(32)  NOT NULL PRIMARY KEY,
  holder     VARCHAR(255) NOT NULL,
  expires_at TIMESTAMP    NOT NULL
);

INSERT INTO worker_lease (name, holder, expires_at)
VALUES ('reconciler', '-', CAST('2026-01-01 00:00:00' AS TIMESTAMP));
