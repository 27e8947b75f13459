/** What must hold of the whole chain, wherever it runs: in containers or on this machine. */
package dev.baton.tests.chain;
