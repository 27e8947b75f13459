package dev.baton.tests.system;

import dev.baton.tests.chain.Answer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many who ask at the same moment. */
final class Crowd {

  private Crowd() {}

  /**
   * What each of them was answered.
   *
   * @param request is given the number of who asks, from 0
   */
  static List<Answer> atOnce(int size, IntFunction<Answer> request) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(size);
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<Answer>> futures =
          IntStream.range(0, size)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            return request.apply(i);
                          }))
              .toList();
      start.countDown();
      return futures.stream().map(Crowd::resultOf).toList();
    } finally {
      threads.shutdown();
    }
  }

  private static Answer resultOf(Future<Answer> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
