/** Answers the balancer's health questions on the application's own port. */
package dev.baton.kit.health;
