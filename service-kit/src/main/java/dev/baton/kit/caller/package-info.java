/** Which services may call this one: told by the certificate they show. */
package dev.baton.kit.caller;
