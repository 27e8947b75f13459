/** The kinds of database that the services run on, for their tests. */
package dev.baton.databases;
