/** The orders as the database keeps them, and the values that identify them. */
package dev.baton.orders.entity;
