/** Which release a server runs. */
package dev.baton.kit.release;
