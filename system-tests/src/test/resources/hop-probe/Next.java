package probe;

import dev.baton.kit.problem.DownstreamProblems;
import dev.baton.kit.token.TokenPropagation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;

/** The next service. */
@Path("/next")
@RegisterClientHeaders(TokenPropagation.class)
@RegisterProvider(DownstreamProblems.class)
public interface Next {

  @GET
  String now();

  @GET
  CompletionStage<String> later();
}
