/** What the one command says when it can not do what is asked. */
package dev.baton.tests.command;
