/**
 * The description of the public API: made from the code, kept in docs, held by the running chain.
 */
package dev.baton.tests.api;
