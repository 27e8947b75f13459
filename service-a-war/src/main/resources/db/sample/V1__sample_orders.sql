-- Orders 1 to 1000 of user-000 to user-199; the digits are joined because neither database has the other's number generator.
INSERT INTO customer_order (id, owner, sku, quantity, status, created_at)
SELECT id,
       'user-' || SUBSTR(CAST(1000 + MOD(id - 1, 200) AS CHAR(4)), 2),
       'SKU-' || SUBSTR(CAST(10000 + MOD(id - 1, 500) AS CHAR(5)), 2),
       1 + MOD(id, 9),
       'CONFIRMED',
       CAST('2026-01-01 00:00:00' AS TIMESTAMP)
FROM (
  SELECT 100 * h.d + 10 * t.d + u.d + 1 AS id
  FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS h(d),
       (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS t(d),
       (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS u(d)
) AS numbers;

INSERT INTO customer_order (id, owner, sku, quantity, status, created_at)
SELECT 1001 + MOD(id, 10),
       CASE WHEN id < 1005 THEN 'alice' ELSE 'bob' END,
       'SKU-' || SUBSTR(CAST(10490 + MOD(id, 5) AS CHAR(5)), 2),
       1 + MOD(id, 3),
       'CONFIRMED',
       CAST('2026-01-01 00:00:00' AS TIMESTAMP)
FROM (
  SELECT 1000 + u.d AS id
  FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS u(d)
) AS numbers;

ALTER TABLE customer_order ALTER COLUMN id RESTART WITH 1011;
