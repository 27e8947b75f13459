/** Where a request begins and ends, and whom it is for: read in one way only. */
package dev.baton.kit.framing;
