package dev.baton.kit.balance;

import dev.baton.kit.problem.DownstreamProblems;
import dev.baton.kit.token.InternalDestinations;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Builds the client of one instance. */
record WireFactory<W>(Class<W> wire, CallSettings settings, InternalTls tls)
    implements Function<URI, W> {

  @Override
  public W apply(URI instance) {
    InternalDestinations.require(instance);
    RestClientBuilder client = RestClientBuilder.newBuilder();
    tls.context().ifPresent(client::sslContext);
    return client
        .baseUri(instance)
        .connectTimeout(settings.connect().toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(settings.read().toMillis(), TimeUnit.MILLISECONDS)
        .followRedirects(false)
        .property("resteasy.connectionPoolSize", settings.connections())
        .property("microprofile.rest.client.disable.default.mapper", true)
        .register(DownstreamProblems.class)
        .build(wire);
  }
}
