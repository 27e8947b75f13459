package dev.baton.kit.cache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.StreamSerializer;
import java.io.IOException;

/** Slots on their way between members: one byte for the kind, then what it holds. */
final class SlotSerializer implements StreamSerializer<Slot> {
  private static final int TYPE_ID = 1;
  private static final byte ROW = 1;
  private static final byte LEASE = 2;
  private static final byte DOUBTFUL = 3;

  @Override
  public int getTypeId() {
    return TYPE_ID;
  }

  @Override
  public void write(ObjectDataOutput out, Slot slot) throws IOException {
    if (slot instanceof Slot.Row row) {
      out.writeByte(ROW);
      out.writeObject(row.value());
    } else if (slot instanceof Slot.Lease lease) {
      out.writeByte(LEASE);
      out.writeLong(lease.ticket());
    } else if (slot instanceof Slot.Doubtful doubtful) {
      out.writeByte(DOUBTFUL);
      out.writeLong(doubtful.untilMillis());
    }
  }

  @Override
  public Slot read(ObjectDataInput in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case ROW -> new Slot.Row(in.readObject());
      case LEASE -> new Slot.Lease(in.readLong());
      case DOUBTFUL -> new Slot.Doubtful(in.readLong());
      default -> throw new IOException("No slot of kind " + kind);
    };
  }
}
