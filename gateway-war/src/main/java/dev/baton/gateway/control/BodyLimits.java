package dev.baton.gateway.control;

import java.time.Duration;

/**
 * How large a request's body may be, and how slowly it may come.
 *
 * @param maxBytes the largest body
 * @param grace for which the rate is not looked at
 * @param bytesPerSecond the lowest average rate after that
 */
public record BodyLimits(long maxBytes, Duration grace, long bytesPerSecond) {}
