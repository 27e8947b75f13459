/** The stock as the database keeps them, and the values that identify them. */
package dev.baton.stock.entity;
