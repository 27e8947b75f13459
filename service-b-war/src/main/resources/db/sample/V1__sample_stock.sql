-- SKU-0000 to SKU-0499; the digits are joined because neither database has the other's number generator.
INSERT INTO stock (sku, available)
SELECT 'SKU-' || SUBSTR(CAST(10000 + n AS CHAR(5)), 2), 100 + MOD(n, 50)
FROM (
  SELECT 100 * h.d + 10 * t.d + u.d AS n
  FROM (VALUES (0), (1), (2), (3), (4)) AS h(d),
       (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS t(d),
       (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS u(d)
) AS numbers;
