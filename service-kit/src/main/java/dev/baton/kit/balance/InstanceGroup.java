package dev.baton.kit.balance;

import io.smallrye.stork.Stork;
import io.smallrye.stork.api.Service;
import io.smallrye.stork.api.ServiceDefinition;
import io.smallrye.stork.api.ServiceInstance;
import io.smallrye.stork.integration.DefaultStorkInfrastructure;
import io.smallrye.stork.loadbalancer.leastresponsetime.LeastResponseTimeConfiguration;
import io.smallrye.stork.servicediscovery.staticlist.StaticConfiguration;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** The instances of one service, with what is known of each. */
final class InstanceGroup {

  /** How slow a failure counts, so that the other instances are preferred for some dozen calls. */
  private static final String FAILURE_COUNTS_AS = "1s";

  private final Service service;
  private final List<Member> members;
  private final BiConsumer<URI, Runnable> probe;
  private final LongSupplier clock;

  /**
   * @param probe asks an instance whether it is ready, and runs the second where it is
   */
  InstanceGroup(String name, List<URI> uris, Duration rest, BiConsumer<URI, Runnable> probe) {
    this(name, uris, rest, probe, System::nanoTime);
  }

  InstanceGroup(
      String name,
      List<URI> uris,
      Duration rest,
      BiConsumer<URI, Runnable> probe,
      LongSupplier clock) {
    if (uris.isEmpty() || new HashSet<>(uris).size() < uris.size()) {
      throw new IllegalStateException("The instances of " + name + " are none, or one twice");
    }
    this.service = define(name, uris);
    this.probe = probe;
    this.clock = clock;
    List<ServiceInstance> found = service.getInstances().await().indefinitely();
    this.members = new ArrayList<>(uris.size());
    for (int i = 0; i < uris.size(); i++) {
      members.add(new Member(uris.get(i), found.get(i), rest.toNanos()));
    }
  }

  List<URI> uris() {
    return members.stream().map(Member::uri).toList();
  }

  Choice choose() {
    return choose(members, Set.of());
  }

  Optional<Choice> chooseOther(Set<Member> tried) {
    List<Member> others = members.stream().filter(member -> !tried.contains(member)).toList();
    return others.isEmpty() ? Optional.empty() : Optional.of(choose(others, tried));
  }

  private Choice choose(List<Member> candidates, Set<Member> tried) {
    probeWhereRestIsOver();
    List<Member> awake = candidates.stream().filter(member -> !member.rests()).toList();
    List<Member> choosable = awake.isEmpty() ? candidates : awake;
    ServiceInstance selected = select(choosable);
    return start(memberOf(selected, choosable), selected, tried);
  }

  private void probeWhereRestIsOver() {
    long now = clock.getAsLong();
    for (Member member : members) {
      if (member.isDueForProbe(now)) {
        probe.accept(member.uri(), member::wake);
      }
    }
  }

  private Choice start(Member member, ServiceInstance selected, Set<Member> tried) {
    selected.recordStart(true);
    Set<Member> nowTried = new HashSet<>(tried);
    nowTried.add(member);
    return new Choice(this, member, selected, nowTried);
  }

  private ServiceInstance select(List<Member> choosable) {
    return service.selectInstance(choosable.stream().map(Member::instance).toList());
  }

  private static Member memberOf(ServiceInstance selected, List<Member> choosable) {
    for (Member member : choosable) {
      if (member.instance().getId() == selected.getId()) {
        return member;
      }
    }
    throw new IllegalStateException("An instance nobody configured");
  }

  long now() {
    return clock.getAsLong();
  }

  private static Service define(String name, List<URI> uris) {
    String addresses = uris.stream().map(InstanceGroup::address).collect(Collectors.joining(","));
    ServiceDefinition definition =
        ServiceDefinition.of(
            new StaticConfiguration().withAddressList(addresses),
            new LeastResponseTimeConfiguration().withErrorPenalty(FAILURE_COUNTS_AS));
    return new Stork(new DefaultStorkInfrastructure())
        .defineIfAbsent(name, definition)
        .getService(name);
  }

  private static String address(URI uri) {
    if (uri.getHost() == null || uri.getPort() < 0) {
      throw new IllegalStateException("An instance needs scheme, host and port: " + uri);
    }
    return uri.getHost() + ":" + uri.getPort();
  }
}
