/** Every refusal and failure as a problem document (RFC 9457). */
package dev.baton.kit.problem;
