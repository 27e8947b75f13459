package dev.baton.gateway.control;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import com.hazelcast.core.LifecycleListener;

/** Runs a task when the cluster is another than before. */
record ClusterChange(Runnable task) implements MembershipListener, LifecycleListener {

  @Override
  public void memberAdded(MembershipEvent event) {
    task.run();
  }

  @Override
  public void memberRemoved(MembershipEvent event) {
    task.run();
  }

  @Override
  public void stateChanged(LifecycleEvent event) {
    if (event.getState() == LifecycleState.MERGED) {
      task.run();
    }
  }
}
