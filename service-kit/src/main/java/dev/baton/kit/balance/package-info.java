/** Which instance of a service takes a call, and what happens when it does not answer. */
package dev.baton.kit.balance;
