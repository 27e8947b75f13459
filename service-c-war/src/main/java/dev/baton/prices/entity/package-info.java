/** The prices as the database keeps them, and the values that identify them. */
package dev.baton.prices.entity;
