/**
 * Keeps rows of a service's database in JCache, so that a cache in trouble costs time and nothing
 * else.
 */
package dev.baton.kit.cache;
