package dev.baton.prices.boundary;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Serves the resources of this package at the root of the server. */
@ApplicationPath("/")
public class PricesApplication extends Application {}
