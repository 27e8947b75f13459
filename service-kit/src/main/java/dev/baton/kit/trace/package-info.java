/** What a hop adds to the OpenTelemetry trace that the container keeps of a request. */
package dev.baton.kit.trace;
