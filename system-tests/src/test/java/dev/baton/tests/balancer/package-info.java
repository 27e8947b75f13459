/** Tests of the load balancer: what it hides from users, what it refuses, how it says so. */
package dev.baton.tests.balancer;
