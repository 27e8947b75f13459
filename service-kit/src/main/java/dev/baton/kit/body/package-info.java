/**
 * Reads the bodies of requests into records: strictly, bounded, and with the field named that is
 * wrong.
 */
package dev.baton.kit.body;
