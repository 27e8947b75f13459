package dev.baton.orders.entity;

/**
 * Something that was decided, and that services B and C have not been told yet.
 *
 * @param orderId the order
 * @param sku its article
 * @param task what they are to be told
 */
public record Todo(long orderId, String sku, Task task) {}
