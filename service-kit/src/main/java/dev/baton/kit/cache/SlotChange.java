package dev.baton.kit.cache;

import javax.cache.processor.EntryProcessor;
import javax.cache.processor.MutableEntry;

/**
 * The changes of a slot, each done as one step by the member that owns the key. The answer is
 * whether the slot was changed.
 */
enum SlotChange implements EntryProcessor<Object, Slot, Boolean> {
  /** Takes the place for a row, before it is read. Argument: the ticket. */
  LEASE {
    @Override
    public Boolean process(MutableEntry<Object, Slot> entry, Object... arguments) {
      Slot now = entry.getValue();
      if (now instanceof Slot.Row || isDoubtful(now)) {
        return false;
      }
      entry.setValue(new Slot.Lease((Long) arguments[0]));
      return true;
    }
  },

  /** Puts a row that was read in the place leased for it. Arguments: the ticket, the row. */
  FILL {
    @Override
    public Boolean process(MutableEntry<Object, Slot> entry, Object... arguments) {
      if (!isLeased(entry.getValue(), arguments[0])) {
        return false;
      }
      entry.setValue((Slot) arguments[1]);
      return true;
    }
  },

  /** Gives a place back that no row was found for. Argument: the ticket. */
  RELEASE {
    @Override
    public Boolean process(MutableEntry<Object, Slot> entry, Object... arguments) {
      if (!isLeased(entry.getValue(), arguments[0])) {
        return false;
      }
      entry.remove();
      return true;
    }
  },

  /** Puts a row that was written, unless a newer one is there. Argument: the row. */
  WRITE {
    @Override
    public Boolean process(MutableEntry<Object, Slot> entry, Object... arguments) {
      Slot.Row written = (Slot.Row) arguments[0];
      if (entry.getValue() instanceof Slot.Row now
          && now.value().version() > written.value().version()) {
        return false;
      }
      entry.setValue(written);
      return true;
    }
  },

  /** Keeps rows out for a while. Argument: how long, in milliseconds. */
  DOUBT {
    @Override
    public Boolean process(MutableEntry<Object, Slot> entry, Object... arguments) {
      entry.setValue(new Slot.Doubtful(System.currentTimeMillis() + (Long) arguments[0]));
      return true;
    }
  };

  private static boolean isLeased(Slot now, Object ticket) {
    return now instanceof Slot.Lease lease && ticket.equals(lease.ticket());
  }

  private static boolean isDoubtful(Slot now) {
    return now instanceof Slot.Doubtful doubtful
        && doubtful.untilMillis() > System.currentTimeMillis();
  }
}
