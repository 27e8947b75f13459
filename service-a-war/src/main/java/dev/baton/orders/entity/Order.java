package dev.baton.orders.entity;

import dev.baton.kit.cache.Versioned;

/**
 * An order as a value that outlives its transaction.
 *
 * @param id 1 or more
 * @param owner the subject of the customer who placed it
 * @param sku the article
 * @param quantity pieces, 1 or more
 * @param status how far it has come
 * @param price what one piece was agreed to cost; null where nothing was
 * @param wasConfirmed whether it is confirmed, or was before it was taken back
 * @param version higher with every change of the row
 */
public record Order(
    long id,
    String owner,
    String sku,
    int quantity,
    OrderStatus status,
    Amount price,
    boolean wasConfirmed,
    long version)
    implements Versioned {}
