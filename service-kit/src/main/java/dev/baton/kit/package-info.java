/** What all four WARs share. */
package dev.baton.kit;
