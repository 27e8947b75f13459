package dev.baton.tests.pressure;

import dev.baton.tests.balancer.KeepAliveUser;
import dev.baton.tests.balancer.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.net.SocketFactory;

/** Users who ask for the same, each on a kept connection of his own. */
public final class Crowd implements AutoCloseable {

  private static final Reply NONE = new Reply(0, false);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<KeepAliveUser> users;

  /** When a user asks next, after he was answered. */
  private interface Turn {
    Instant after(Instant last, Instant now);
  }

  /** One user for each token. */
  public Crowd(SocketFactory sockets, URI resource, List<String> tokens) {
    users = tokens.stream().map(token -> new KeepAliveUser(sockets, resource, token)).toList();
  }

  /** So many users ask again as soon as they have their answer. */
  public Tally inTurn(int size, Duration time) {
    Instant start = Instant.now();
    return all(
        IntStream.range(0, size)
            .mapToObj(i -> ask(users.get(i), start, start.plus(time), (last, now) -> now))
            .toList(),
        time);
  }

  /** All together begin so many requests a second; who still waits then leaves his turn out. */
  public Tally at(double perSecond, Duration time) {
    Instant start = Instant.now();
    Duration pause = Duration.ofNanos((long) (users.size() * 1e9 / perSecond));
    return all(
        IntStream.range(0, users.size())
            .mapToObj(
                i -> {
                  Instant first = start.plus(pause.multipliedBy(i).dividedBy(users.size()));
                  return ask(users.get(i), first, start.plus(time), paced(pause));
                })
            .toList(),
        time);
  }

  private static Turn paced(Duration pause) {
    return (last, now) -> {
      Instant next = last.plus(pause);
      while (next.isBefore(now)) {
        next = next.plus(pause);
      }
      return next;
    };
  }

  private CompletableFuture<List<Sample>> ask(
      KeepAliveUser user, Instant first, Instant end, Turn turn) {
    return CompletableFuture.supplyAsync(
        () -> {
          List<Sample> samples = new ArrayList<>();
          for (Instant next = first; next.isBefore(end); next = turn.after(next, Instant.now())) {
            sleepUntil(next);
            samples.add(sample(user));
          }
          return samples;
        },
        threads);
  }

  private static Sample sample(KeepAliveUser user) {
    long start = System.nanoTime();
    try {
      Reply reply = user.askAgain();
      return new Sample(reply, "", Duration.ofNanos(System.nanoTime() - start));
    } catch (IOException e) {
      return new Sample(NONE, e.toString(), Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private static Tally all(List<CompletableFuture<List<Sample>>> parts, Duration time) {
    return new Tally(
        parts.stream().map(CompletableFuture::join).flatMap(List::stream).toList(), time);
  }

  private static void sleepUntil(Instant time) {
    long millis = Duration.between(Instant.now(), time).toMillis();
    if (millis <= 0) {
      return;
    }
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    users.forEach(KeepAliveUser::close);
  }
}
