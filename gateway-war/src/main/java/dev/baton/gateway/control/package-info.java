/** Hands a request to an instance of the right service, and its answer back. */
package dev.baton.gateway.control;
