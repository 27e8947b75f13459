-- The reservations of the sample's orders, on top of what is available.
INSERT INTO reservation (order_id, sku, subject, quantity, status, expires_at)
SELECT id,
       'SKU-' || SUBSTR(CAST(10000 + MOD(id - 1, 500) AS CHAR(5)), 2),
       'user-' || SUBSTR(CAST(1000 + MOD(id - 1, 200) AS CHAR(4)), 2),
       1 + MOD(id, 9),
       'CONFIRMED',
       CAST('2026-01-01 00:00:00' AS TIMESTAMP)
FROM (
  SELECT 100 * h.d + 10 * t.d + u.d + 1 AS id
  FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS h(d),
       (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS t(d),
       (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS u(d)
) AS numbers;

INSERT INTO reservation (order_id, sku, subject, quantity, status, expires_at)
SELECT 1001 + d,
       'SKU-' || SUBSTR(CAST(10490 + MOD(d, 5) AS CHAR(5)), 2),
       CASE WHEN d < 5 THEN 'alice' ELSE 'bob' END,
       1 + MOD(1000 + d, 3),
       'CONFIRMED',
       CAST('2026-01-01 00:00:00' AS TIMESTAMP)
FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS tens(d);

UPDATE stock
SET pieces = available + COALESCE((SELECT SUM(r.quantity) FROM reservation r WHERE r.sku = stock.sku), 0);
