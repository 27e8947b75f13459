-- SKU-0000 to SKU-0499; the digits are joined because neither database has the other's number generator.
INSERT INTO price (sku, cents, currency)
SELECT 'SKU-' || SUBSTR(CAST(10000 + n AS CHAR(5)), 2), 999 + 10 * n, 'EUR'
FROM (
  SELECT 100 * h.d + 10 * t.d + u.d AS n
  FROM (VALUES (0), (1), (2), (3), (4)) AS h(d),
       (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS t(d),
       (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS u(d)
) AS numbers;

-- The articles of alice's and bob's own orders; the list prices are 5899, 5909 and 5919.
INSERT INTO contract_price (sku, subject, cents) VALUES ('SKU-0490', 'alice', 4999);
INSERT INTO contract_price (sku, subject, cents) VALUES ('SKU-0491', 'alice', 5499);
INSERT INTO contract_price (sku, subject, cents) VALUES ('SKU-0490', 'bob', 5299);
