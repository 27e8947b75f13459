/**
 * One gateway from the product's own configuration, between a client and services of the test's.
 */
package dev.baton.tests.gateway;
