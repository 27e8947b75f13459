package probe;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;

/** A client that takes the header along by hand. */
@Path("/next")
public interface Anybody {

  @GET
  String with(@HeaderParam("Authorization") String authorization);
}
