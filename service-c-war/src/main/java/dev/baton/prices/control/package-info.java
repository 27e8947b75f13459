/** Finds prices in the cache, the database and at the next service of the chain. */
package dev.baton.prices.control;
