package probe;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Resources at the root. */
@ApplicationPath("/")
public class ProbeApplication extends Application {}
