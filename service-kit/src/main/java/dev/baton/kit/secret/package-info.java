/** What an application must know and nobody else may read. */
package dev.baton.kit.secret;
