package dev.baton.kit.balance;

import io.smallrye.stork.api.ServiceInstance;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The instance chosen for one call. Exactly one of {@link #answered()} and {@link #failed(String)}
 * has to be told, or the next choices know nothing of this call.
 */
public final class Choice {

  private static final Exception FAILED = new NoStackException();

  private final InstanceGroup group;
  private final Member member;
  private final ServiceInstance selected;
  private final Set<Member> tried;

  Choice(InstanceGroup group, Member member, ServiceInstance selected, Set<Member> tried) {
    this.group = group;
    this.member = member;
    this.selected = selected;
    this.tried = tried;
  }

  /** The base URL of the instance. */
  public URI uri() {
    return member.uri();
  }

  /** The instance answered, whatever it said. */
  public void answered() {
    selected.recordReply();
    member.wake();
  }

  /**
   * The instance could not be reached, did not answer in time, or said that it cannot serve.
   *
   * @param why for the log
   */
  public void failed(String why) {
    selected.recordEnd(FAILED);
    member.rest(group.now(), why);
  }

  /** An instance that this call has not tried yet; none when all were. */
  public Optional<Choice> another() {
    return group.chooseOther(tried);
  }

  private static final class NoStackException extends Exception {
    NoStackException() {
      super("no answer", null, false, false);
    }
  }
}
