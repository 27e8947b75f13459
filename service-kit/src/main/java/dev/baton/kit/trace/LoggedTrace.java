package dev.baton.kit.trace;

import com.ibm.websphere.logging.hpel.LogRecordContext;
import com.ibm.websphere.logging.hpel.LogRecordContext.Extension;
import java.util.List;

/**
 * Puts the trace of the request that a thread serves, and this server's hop, into every line that
 * the server logs meanwhile.
 */
public final class LoggedTrace {
  private static final ThreadLocal<String> TRACE = new ThreadLocal<>();

  /** The container holds extensions weakly. */
  private static final Extension TRACE_OF_THREAD = TRACE::get;

  private static volatile List<Extension> ofServer = List.of();

  private LoggedTrace() {}

  /** From now on the server's log has the fields trace, hop and instance. */
  public static void begin(String hop, String instance) {
    ofServer = List.of(() -> hop, () -> instance);
    LogRecordContext.registerExtension("trace", TRACE_OF_THREAD);
    LogRecordContext.registerExtension("hop", ofServer.get(0));
    LogRecordContext.registerExtension("instance", ofServer.get(1));
  }

  /** No longer: an application that is started again in the same server begins anew. */
  public static void end() {
    List.of("trace", "hop", "instance").forEach(LogRecordContext::unregisterExtension);
  }

  /** This thread serves a request of this trace (32 hex digits). */
  public static void enter(String trace) {
    TRACE.set(trace);
  }

  public static void leave() {
    TRACE.remove();
  }
}
