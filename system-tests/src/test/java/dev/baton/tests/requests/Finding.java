package dev.baton.tests.requests;

import dev.baton.tests.fuzz.RawAnswer;
import dev.baton.tests.requests.HostileRequest.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is wrong with what a connection brought for a hostile request. */
public final class Finding {

  private static final int ANOTHER_VERSION = 505;

  /** The container's own words, before any filter, for a path that it can not decode. */
  private static final Pattern UNDECODABLE = Pattern.compile("<H1>CWWWC0005I: [^\\r\\n]*");

  private static final Pattern NEVER_TOLD = Pattern.compile("eyJ|(?m)^X-Injected:");

  private Finding() {}

  /**
   * All that is wrong; empty for a harmless exchange.
   *
   * @param isFront whether it was the load balancer's
   */
  public static List<String> in(Exchange exchange, HostileRequest request, boolean isFront) {
    List<String> all = new ArrayList<>();
    add(all, exchange.isSilent(), "no answer in time");
    add(all, isTakenForTwo(exchange, request, isFront), "taken for two requests");
    add(all, isFailure(exchange.answer().status(), isFront), "a failure of the server");
    add(all, tells(exchange, isFront), "tells of the inside");
    add(all, NEVER_TOLD.matcher(exchange.text()).find(), "gives back what came");
    add(all, isToRefuse(request, isFront) && exchange.answer().isSuccess(), "accepted");
    add(all, isFront && !isProblem(exchange), "no problem document");
    return all;
  }

  private static boolean isTakenForTwo(Exchange exchange, HostileRequest request, boolean isFront) {
    return exchange.answers() > 1 && (isFront || request.verdict() != Verdict.THE_FRONT_ONLY);
  }

  /** Of a server alone, 505 says that it does not speak the protocol (RFC 9110 section 15.6.6). */
  private static boolean isFailure(int status, boolean isFront) {
    return status >= 500 && (isFront || status != ANOTHER_VERSION);
  }

  private static boolean tells(Exchange exchange, boolean isFront) {
    String known = isFront ? exchange.text() : UNDECODABLE.matcher(exchange.text()).replaceAll("");
    return new RawAnswer(known).tellsOfTheInside();
  }

  private static boolean isToRefuse(HostileRequest request, boolean isFront) {
    return request.verdict() == Verdict.EVERYBODY || request.verdict() != Verdict.NOBODY && isFront;
  }

  /** RFC 9457: so does the load balancer refuse whatever it refuses with a word. */
  private static boolean isProblem(Exchange exchange) {
    return exchange.answer().status() < 400 || exchange.answer().problem().isPresent();
  }

  private static void add(List<String> all, boolean isWrong, String what) {
    if (isWrong) {
      all.add(what);
    }
  }
}
