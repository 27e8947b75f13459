/** Where requests come in from the load balancer. */
package dev.baton.gateway.boundary;
