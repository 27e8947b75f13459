/** What the gateway knows of a request without asking anybody: routes, paths, names, addresses. */
package dev.baton.gateway.entity;
