/** Holds the layers and the borders between the parts. */
package dev.baton.tests.architecture;
