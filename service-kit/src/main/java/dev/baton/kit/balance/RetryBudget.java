package dev.baton.kit.balance;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps second tries from becoming a storm: each costs one, each first try that is answered earns a
 * tenth of one. The loss of an instance is covered at once; a service that fails as a whole sees at
 * most a tenth more calls.
 */
public final class RetryBudget {

  private static final int PRICE = 10;
  private static final int FULL = 100 * PRICE;

  private final AtomicInteger tenths = new AtomicInteger(FULL);

  /** A call was answered. */
  public void earn() {
    if (tenths.get() < FULL) {
      tenths.incrementAndGet();
    }
  }

  /** Whether a second try may be made, which is then paid for. */
  public boolean spend() {
    int before = tenths.getAndUpdate(left -> left < PRICE ? left : left - PRICE);
    return before >= PRICE;
  }
}
