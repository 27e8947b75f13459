-- With all that the scan asks for, so that Derby too reads the index and not the table.
DROP INDEX customer_order_undecided;
CREATE INDEX customer_order_undecided ON customer_order (status, created_at, id);
