package probe;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Calls the next service in the way that the path names; a refused call fails the request. */
@Path("/calls")
@ApplicationScoped
@RolesAllowed("customer")
public class CallsResource {

  @Inject private Calls calls;
  @Resource private ManagedExecutorService executor;
  @Resource private ManagedScheduledExecutorService timer;

  @GET
  @Path("/{way}")
  public String call(@PathParam("way") String way) throws Exception {
    return switch (way) {
      case "direct" -> calls.next().now();
      case "fault-tolerance" -> calls.guarded();
      case "completion-stage" -> answerOf(calls.next().later().toCompletableFuture());
      case "asynchronous" -> answerOf(calls.asynchronous().toCompletableFuture());
      case "executor" -> answerOf(executor.submit(() -> calls.next().now()));
      case "timer" -> answerOf(timer.schedule(() -> calls.next().now(), 1, TimeUnit.MILLISECONDS));
      case "thread" -> onThread();
      case "start-up" -> calls.startUp();
      default -> throw new IllegalArgumentException(way);
    };
  }

  @GET
  @Path("/to")
  public String to(@QueryParam("base") URI base) {
    return RestClientBuilder.newBuilder().baseUri(base).build(Next.class).now();
  }

  @GET
  @Path("/by-hand")
  public String byHand(
      @QueryParam("base") URI base, @HeaderParam("Authorization") String authorization) {
    return RestClientBuilder.newBuilder().baseUri(base).build(Anybody.class).with(authorization);
  }

  private String onThread() throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                answer.complete(calls.next().now());
              } catch (RuntimeException e) {
                answer.completeExceptionally(e);
              }
            })
        .start();
    return answerOf(answer);
  }

  private static String answerOf(Future<String> answer) throws Exception {
    try {
      return answer.get(10, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw (Exception) e.getCause();
    }
  }
}
