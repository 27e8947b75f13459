package dev.baton.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tests.chain.Answer;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Fifty customers ask, all at once and in any order, for orders of their own and of others, for
 * their lists, and for a price that is each one's own: nobody is told what is another's. With
 * {@code -Dbaton.long=true} 100,000 times.
 *
 * <p>Without the question whose an order is, in service A, two of five answers are foreign.
 */
@Tag("faults")
@Tag("tls")
@Timeout(1_800)
class StrangersIT {
  private static final int QUESTIONS = Boolean.getBoolean("baton.long") ? 100_000 : 1_000;
  private static final int THREADS = 16;
  private static final Set<Integer> NO_ANSWER = Set.of(429, 502, 503);

  private final LocalChain chain = new LocalChain();
  private final Shop shop = new Shop(chain);
  private final List<String> customers = Question.customers();
  private final AtomicInteger left = new AtomicInteger(QUESTIONS);
  private final Queue<String> foreign = new ConcurrentLinkedQueue<>();
  private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void know() {
    chain.repair();
    customers.forEach(shop::customer);
  }

  @Test
  void nobodyIsToldWhatIsAnothers() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (int i = 0; i < THREADS; i++) {
      threads.execute(this::askUntilNoneIsLeft);
    }
    threads.shutdown();

    assertThat(threads.awaitTermination(30, TimeUnit.MINUTES)).isTrue();
    System.out.printf(
        "%d questions, %d foreign answers, %d without an answer%n",
        QUESTIONS, foreign.size(), unanswered.size());
    assertThat(foreign).isEmpty();
    assertThat(unanswered).hasSizeLessThan(QUESTIONS / 100);
  }

  /** The twin: what a clerk is told is seen to be foreign to a customer. */
  @Test
  void aForeignAnswerIsSeen() {
    assertThat(Question.order("user-001", 1).proper()).rejects(asClerk("/api/orders/1"));
    assertThat(Question.order("user-001", 2).proper()).rejects(asClerk("/api/orders/1"));
    assertThat(Question.order("user-001", 2).proper()).accepts(asClerk("/api/orders/2"));
    assertThat(Question.list("user-001").proper())
        .rejects(asClerk("/api/customers/user-000/orders"));
    assertThat(Question.price("alice").proper()).rejects(asClerk("/api/prices/SKU-0490"));
  }

  private void askUntilNoneIsLeft() {
    Random random = new Random();
    while (left.getAndDecrement() > 0) {
      ask(Question.any(customers.get(random.nextInt(customers.size())), random));
    }
  }

  private void ask(Question question) {
    try {
      judge(question, shop.get(question.customer(), shop.front(question.path())));
    } catch (IllegalStateException broken) {
      unanswered.add(broken.toString());
    }
  }

  private void judge(Question question, Answer answer) {
    if (NO_ANSWER.contains(answer.status())) {
      unanswered.add(answer.body());
      return;
    }
    if (!question.proper().test(answer)) {
      foreign.add(question + ": " + answer.status() + " " + answer.body());
    }
  }

  private Answer asClerk(String path) {
    return shop.get("carol", shop.front(path));
  }
}
