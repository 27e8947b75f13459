/** Tests of the chain that {@code ./baton up} started on this machine. */
package dev.baton.tests.system;
