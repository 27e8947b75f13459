-- With all that the scan asks for, so that Derby too reads the index and not the table.
DROP INDEX reservation_expiry;
CREATE INDEX reservation_expiry ON reservation (status, expires_at, order_id);
