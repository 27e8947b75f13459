/** Finds orders in the cache, the database and at the next service of the chain. */
package dev.baton.orders.control;
