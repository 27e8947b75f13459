/** Tells the caller what each tier did for a request and how long it took, as W3C Server-Timing. */
package dev.baton.kit.hops;
