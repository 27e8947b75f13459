/** The stock as their callers see them: paths, roles and what an answer holds. */
package dev.baton.stock.boundary;
