package dev.baton.kit.data;

/** Fired again and again while the service runs: time for what nobody asks for, such as expiry. */
public record Round() {}
