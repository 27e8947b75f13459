/** Good requests and tokens, each changed by chance in one place, and what comes of it. */
package dev.baton.tests.fuzz;
