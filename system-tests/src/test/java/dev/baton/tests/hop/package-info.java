/** One hop with the product's configuration and service kit around resources of the test's own. */
package dev.baton.tests.hop;
