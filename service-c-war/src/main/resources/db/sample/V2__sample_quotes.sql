-- The quotes of the sample's orders, at the price that their customer has.
INSERT INTO quote (order_id, sku, subject, cents, currency, status, expires_at)
SELECT o.id, o.sku, o.subject, COALESCE(c.cents, p.cents), p.currency, 'CONFIRMED', CAST('2026-01-01 00:00:00' AS TIMESTAMP)
FROM (
  SELECT id,
         'user-' || SUBSTR(CAST(1000 + MOD(id - 1, 200) AS CHAR(4)), 2) AS subject,
         'SKU-' || SUBSTR(CAST(10000 + MOD(id - 1, 500) AS CHAR(5)), 2) AS sku
  FROM (
    SELECT 100 * h.d + 10 * t.d + u.d + 1 AS id
    FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS h(d),
         (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS t(d),
         (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS u(d)
  ) AS numbers
  UNION ALL
  SELECT 1001 + d AS id,
         CASE WHEN d < 5 THEN 'alice' ELSE 'bob' END AS subject,
         'SKU-' || SUBSTR(CAST(10490 + MOD(d, 5) AS CHAR(5)), 2) AS sku
  FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS tens(d)
) AS o
JOIN price p ON p.sku = o.sku
LEFT JOIN contract_price c ON c.sku = o.sku AND c.subject = o.subject;
