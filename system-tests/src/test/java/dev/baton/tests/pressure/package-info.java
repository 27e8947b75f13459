/** Load: more than is asked for in good times, and clients that hold what they were given. */
package dev.baton.tests.pressure;
