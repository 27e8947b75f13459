/** The prices as their callers see them: paths, roles and what an answer holds. */
package dev.baton.prices.boundary;
