package dev.baton.orders.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.kit.data.Round;
import dev.baton.kit.problem.ProblemException;
import dev.baton.orders.entity.Order;
import dev.baton.orders.entity.Task;
import dev.baton.orders.entity.Todo;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
  private final List<String> log = new ArrayList<>();
  private final Map<Long, ProblemException> refusals = new HashMap<>();
  private boolean leased = true;
  private boolean hasAccount = true;
  private final List<Todo> open =
      new ArrayList<>(
          List.of(new Todo(2, "SKU-1", Task.RELEASE), new Todo(1, "SKU-1", Task.CONFIRM)));

  private final Reconciler reconciler =
      new Reconciler(new Todos(), new Undecided(), new NoCache(), new Stock(), "service-a-1", 3600);

  @Test
  void whatIsDueIsToldAndDone() {
    reconciler.work(new Round());

    assertThat(log).containsExactly("take back 7", "tell 1", "done 1", "tell 2", "done 2");
  }

  @Test
  void whileAnotherHoldsTheLeaseNothingIsDone() {
    leased = false;

    reconciler.work(new Round());

    assertThat(log).isEmpty();
  }

  @Test
  void withoutAnAccountNothingIsTold() {
    hasAccount = false;

    reconciler.work(new Round());

    assertThat(log).containsExactly("take back 7");
  }

  @Test
  void aLongQueueIsToldInOneRoundWhatIsToBeKeptFirst() {
    open.clear();
    LongStream.range(0, 120)
        .forEach(id -> open.add(new Todo(id, "SKU-1", id < 119 ? Task.RELEASE : Task.CONFIRM)));

    reconciler.work(new Round());

    assertThat(open).isEmpty();
    assertThat(log).startsWith("take back 7", "tell 119", "done 119", "tell 0");
  }

  @Test
  void aServiceThatIsAwayEndsTheRound() {
    refusals.put(1L, ProblemException.unavailable("away", 1));

    reconciler.work(new Round());

    assertThat(log).containsExactly("take back 7", "tell 1", "postpone 1");
  }

  @Test
  void whatIsRefusedIsPutOffAndTheNextComes() {
    refusals.put(1L, ProblemException.conflict("released"));

    reconciler.work(new Round());

    assertThat(log).containsExactly("take back 7", "tell 1", "postpone 1", "tell 2", "done 2");
  }

  private final class Todos extends TodoTable {
    @Override
    public boolean lease(String holder, LocalDateTime now, LocalDateTime until) {
      return leased;
    }

    @Override
    public List<Todo> due(Task task, LocalDateTime now, int limit) {
      return open.stream().filter(todo -> todo.task() == task).limit(limit).toList();
    }

    @Override
    public void done(Todo todo) {
      log.add("done " + todo.orderId());
      open.remove(todo);
    }

    @Override
    public void postpone(Todo todo, LocalDateTime dueAt) {
      log.add("postpone " + todo.orderId());
      open.remove(todo);
    }
  }

  private final class Undecided extends Decisions {
    @Override
    public List<Long> undecided(LocalDateTime before, int limit) {
      return List.of(7L);
    }

    @Override
    public Order cancel(long id) {
      log.add("take back " + id);
      return null;
    }
  }

  private static final class NoCache extends Orders {
    @Override
    Order write(long id, Supplier<Order> transaction) {
      return transaction.get();
    }
  }

  private final class Stock extends StockAsWorker {
    @Override
    public boolean isOpen() {
      return hasAccount;
    }

    @Override
    public void tell(Todo todo) {
      log.add("tell " + todo.orderId());
      if (refusals.containsKey(todo.orderId())) {
        throw refusals.get(todo.orderId());
      }
    }
  }
}
