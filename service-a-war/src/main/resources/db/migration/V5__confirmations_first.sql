-- Confirmations are told first, however long the queue of what is only to be given back.
DROP INDEX order_todo_due;
CREATE INDEX order_todo_due ON order_todo (task, due_at);
