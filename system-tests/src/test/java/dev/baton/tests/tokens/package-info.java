/** Tokens for tests: good ones, and ones that are broken in exactly one thing. */
package dev.baton.tests.tokens;
