package dev.baton.gateway.control;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * A request that can be given up at any time: a blocked write has no timeout, and an answer that
 * nobody wants must not be read to its end.
 */
final class ForwardedRequest extends BasicClassicHttpRequest implements CancellableDependency {

  private static final long serialVersionUID = 1L;
  private static final Cancellable CANCELLED = () -> true;

  private final transient AtomicReference<Cancellable> exchange = new AtomicReference<>();
  private final transient Progress progress = new Progress();

  ForwardedRequest(String method, HttpHost host, String target) {
    super(method, host, target);
  }

  Progress progress() {
    return progress;
  }

  @Override
  public void setDependency(Cancellable next) {
    Cancellable before = exchange.getAndUpdate(now -> now == CANCELLED ? now : next);
    if (before == CANCELLED) {
      next.cancel();
    }
  }

  @Override
  public boolean isCancelled() {
    return exchange.get() == CANCELLED;
  }

  @Override
  public boolean cancel() {
    Cancellable running = exchange.getAndSet(CANCELLED);
    return running != null && running.cancel();
  }
}
