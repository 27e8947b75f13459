/** Requests that no decent client sends, and what becomes of the connection that brought them. */
package dev.baton.tests.requests;
