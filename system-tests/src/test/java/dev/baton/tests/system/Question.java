package dev.baton.tests.system;

import dev.baton.tests.chain.Answer;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a customer of the sample data asks for, and how to know an answer that is meant for somebody
 * else.
 *
 * @param customer who asks
 * @param path what for
 * @param proper what such a question may be answered
 */
record Question(String customer, String path, Predicate<Answer> proper) {
  private static final int NUMBERED = 48;
  private static final int NUMBERED_OWNERS = 200;
  private static final int OF_EACH = 2;
  private static final int OF_NUMBERED = OF_EACH * NUMBERED_OWNERS;
  private static final int ALICES = 1_001;
  private static final int BOBS = 1_006;
  private static final String WITH_CONTRACTS = "SKU-0490";
  private static final int LIST_PRICE = 5_899;
  private static final Map<String, Integer> CONTRACTS = Map.of("alice", 4_999, "bob", 5_299);

  /** Fifty who have orders in the sample data; alice and bob have prices of their own, too. */
  static List<String> customers() {
    Stream<String> numbered = IntStream.range(0, NUMBERED).mapToObj("user-%03d"::formatted);
    return Stream.concat(numbered, Stream.of("alice", "bob")).toList();
  }

  /** Mostly for an order, as often another's as an own one. */
  static Question any(String customer, Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> list(customer);
      case 1 -> price(customer);
      default -> order(customer, random.nextBoolean() ? own(customer, random) : another(random));
    };
  }

  static Question order(String customer, int id) {
    return new Question(
        customer,
        "/api/orders/" + id,
        ownerOf(id).equals(customer)
            ? answer -> isOrder(answer, customer, id)
            : Question::isClosed);
  }

  static Question list(String customer) {
    return new Question(customer, "/api/orders?limit=20", answer -> isListOf(answer, customer));
  }

  static Question price(String customer) {
    int cents = CONTRACTS.getOrDefault(customer, LIST_PRICE);
    return new Question(
        customer,
        "/api/prices/" + WITH_CONTRACTS,
        answer -> answer.status() == 200 && answer.json().getInt("cents") == cents);
  }

  private static int own(String customer, Random random) {
    int nth = random.nextInt(OF_EACH);
    return switch (customer) {
      case "alice" -> ALICES + nth;
      case "bob" -> BOBS + nth;
      default -> Integer.parseInt(customer.substring(5)) + 1 + NUMBERED_OWNERS * nth;
    };
  }

  private static int another(Random random) {
    return random.nextInt(10) == 0
        ? own(random.nextBoolean() ? "alice" : "bob", random)
        : 1 + random.nextInt(OF_NUMBERED);
  }

  private static String ownerOf(int id) {
    if (id >= BOBS) {
      return "bob";
    }
    return id >= ALICES ? "alice" : "user-%03d".formatted((id - 1) % NUMBERED_OWNERS);
  }

  private static boolean isOrder(Answer answer, String owner, int id) {
    return answer.status() == 200
        && answer.json().getInt("id") == id
        && answer.json().getString("owner").equals(owner);
  }

  private static boolean isClosed(Answer answer) {
    return answer.status() == 403 && !answer.body().contains("\"owner\"");
  }

  private static boolean isListOf(Answer answer, String owner) {
    return answer.status() == 200
        && answer.json().getJsonArray("items").stream()
            .map(JsonValue::asJsonObject)
            .map(order -> order.getString("owner"))
            .allMatch(owner::equals);
  }
}
