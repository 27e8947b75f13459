/** Lets a writer say which version of a row it means to replace (RFC 9110 section 13). */
package dev.baton.kit.precondition;
