/** Reads JSON strictly and writes it safely, for texts that a stranger may have sent. */
package dev.baton.kit.json;
