package dev.baton.orders.entity;

/**
 * What a customer asks for.
 *
 * @param owner the customer's subject
 * @param key by which the same request is known when it comes again
 * @param sku the article
 * @param quantity pieces, 1 or more
 */
public record Wish(String owner, IdempotencyKey key, String sku, int quantity) {}
