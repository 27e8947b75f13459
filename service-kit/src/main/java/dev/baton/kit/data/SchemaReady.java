package dev.baton.kit.data;

/**
 * Fired once, when the schema is the one that the code needs and before the service is ready: what
 * a first request would have to build can be built now. An observer that fails is tried again with
 * the migration.
 */
public record SchemaReady() {}
