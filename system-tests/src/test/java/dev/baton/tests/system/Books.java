package dev.baton.tests.system;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import dev.baton.tests.chain.Answer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks through what the three services say, as auditor, and names everything that does not add up:
 * an acknowledged order that is lost or doubled, one more than was acknowledged, a confirmed one
 * without its reservation or quote, pieces that are nowhere.
 */
final class Books {
  private final Shop shop;
  private final long stockAtStart;

  Books(Shop shop, long stockAtStart) {
    this.shop = shop;
    this.stockAtStart = stockAtStart;
  }

  /** What is wrong; empty when all is well. */
  List<String> faults(List<String> owners, List<String> skus, List<Ledger.Entry> acknowledged) {
    List<JsonObject> orders = owners.stream().flatMap(owner -> ordersOf(owner).stream()).toList();
    List<String> faults = new ArrayList<>();
    faults.addAll(lostOrDoubled(orders, acknowledged));
    faults.addAll(unheld(orders));
    faults.addAll(missingPieces(orders, skus));
    return faults;
  }

  private static List<String> lostOrDoubled(
      List<JsonObject> orders, List<Ledger.Entry> acknowledged) {
    List<String> faults = new ArrayList<>();
    Set<Long> confirmed = new HashSet<>();
    orders.stream().filter(Books::isConfirmed).forEach(order -> confirmed.add(id(order)));
    Set<Long> seen = new HashSet<>();
    for (Ledger.Entry entry : acknowledged) {
      if (!confirmed.contains(entry.id())) {
        faults.add("acknowledged and lost: " + entry);
      }
      if (!seen.add(entry.id())) {
        faults.add("acknowledged for two keys: " + entry);
      }
    }
    confirmed.removeAll(seen);
    confirmed.forEach(id -> faults.add("confirmed, and nobody was told: " + id));
    return faults;
  }

  private List<String> unheld(List<JsonObject> orders) {
    Map<Long, String> reservations = shop.reservations();
    Map<Long, String> quotes = shop.quotes();
    return orders.stream()
        .filter(Books::isConfirmed)
        .map(Books::id)
        .filter(id -> !isConfirmed(reservations, id) || !isConfirmed(quotes, id))
        .map(
            id ->
                "order %d has reservation %s, quote %s"
                    .formatted(id, reservations.get(id), quotes.get(id)))
        .toList();
  }

  private static boolean isConfirmed(Map<Long, String> kept, long order) {
    return "CONFIRMED".equals(kept.get(order));
  }

  private List<String> missingPieces(List<JsonObject> orders, List<String> skus) {
    Map<String, Long> sold =
        orders.stream()
            .filter(Books::isConfirmed)
            .collect(
                groupingBy(
                    order -> order.getString("sku"),
                    summingLong(order -> order.getInt("quantity"))));
    return skus.stream()
        .filter(sku -> shop.available(sku) + sold.getOrDefault(sku, 0L) != stockAtStart)
        .map(
            sku ->
                sku
                    + ": "
                    + shop.available(sku)
                    + " available, "
                    + sold.get(sku)
                    + " sold, of "
                    + stockAtStart)
        .toList();
  }

  private List<JsonObject> ordersOf(String owner) {
    List<JsonObject> orders = new ArrayList<>();
    JsonObject page;
    long after = 0;
    do {
      Answer answer =
          shop.get(
              "olga", shop.front("/api/customers/" + owner + "/orders?limit=100&after=" + after));
      page = answer.json();
      page.getJsonArray("items").stream().map(JsonValue::asJsonObject).forEach(orders::add);
      after = page.containsKey("next") ? page.getJsonNumber("next").longValue() : 0;
    } while (after > 0);
    return orders;
  }

  private static boolean isConfirmed(JsonObject order) {
    return order.getString("status").equals("CONFIRMED");
  }

  private static long id(JsonObject order) {
    return order.getJsonNumber("id").longValue();
  }
}
