/** Finds stock in the cache, the database and at the next service of the chain. */
package dev.baton.stock.control;
