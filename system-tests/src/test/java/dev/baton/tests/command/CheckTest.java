package dev.baton.tests.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code baton check} makes of the three ledgers: each test damages one thing. */
class CheckTest {
  private static final String NOW = "1000";
  private static final String LONG_AGO = "900";

  private static final String LEDGERS =
      """
      orders 1 SKU-1 3 CONFIRMED - - 500
      orders 2 SKU-2 4 PENDING - - -
      orders end 2
      stock SKU-1 10 7 3
      stock SKU-2 10 6 4
      stock end 2
      reservations 1 SKU-1 3 CONFIRMED 900
      reservations 2 SKU-2 4 HELD 1100
      reservations end 2
      quotes 1 SKU-1 CONFIRMED 900 500
      quotes 2 SKU-2 HELD 1100 700
      quotes end 2
      """;

  @Test
  void whatAgreesIsSummed() throws Exception {
    assertThat(check(LEDGERS))
        .containsExactly("sums 2 orders, 1 confirmed, 1 undecided, 0 to be told; 2 articles");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SKU-1 10 7 3       | SKU-1 10 8 3          | article SKU-1: 10 pieces counted, 8 available and 3 reserved
          reservations 1 SKU-1 3 CONFIRMED 900 | reservations 9 SKU-1 3 HELD 1100 | order 1 is confirmed and has no reservation
          quotes 1 SKU-1 CONFIRMED 900 500 | quotes 9 SKU-1 HELD 1100 500 | order 1 is confirmed and has no quote
          reservations 1 SKU-1 3 CONFIRMED | reservations 1 SKU-1 3 HELD | order 1 is confirmed, its reservation is HELD
          quotes 1 SKU-1 CONFIRMED | quotes 1 SKU-1 RELEASED | order 1 is confirmed, its quote is RELEASED
          reservations 1 SKU-1 3 | reservations 1 SKU-1 2 | order 1: reserved are 2 pieces of 3
          quotes 1 SKU-1     | quotes 1 SKU-7        | order 1: the quote is for SKU-7 and not for SKU-1
          quotes 1 SKU-1 CONFIRMED 900 500 | quotes 1 SKU-1 CONFIRMED 900 400 | order 1: its price is 500 cents, the quote's 400
          reservations 2 SKU-2 4 HELD 1100 | reservations 2 SKU-2 4 HELD 900 | order 2: the reservation has outlived its expiry
          reservations 1 SKU-1 3 CONFIRMED | reservations 1 SKU-7 3 CONFIRMED | order 1: the reservation is for SKU-7 and not for SKU-1
          reservations 2 SKU-2 4 HELD | reservations 2 SKU-2 4 CONFIRMED | order 2: the reservation is kept, the order is PENDING
          quotes 2 SKU-2 HELD | quotes 3 SKU-2 CONFIRMED | order 3: the quote is kept, the order is unknown
          quotes 2 SKU-2 HELD 1100 | quotes 2 SKU-2 HELD 900 | order 2: the quote has outlived its expiry
          """)
  void whatDoesNotAgreeIsNamed(String good, String damaged, String fault) throws Exception {
    assertThat(LEDGERS).contains(good);

    assertThat(check(LEDGERS.replace(good, damaged))).contains("fault " + fault).hasSize(2);
  }

  @Test
  void whatIsStillToBeToldIsNoFaultYet() throws Exception {
    String untold =
        LEDGERS
            .replace("3 CONFIRMED - -", "3 CONFIRMED CONFIRM 990")
            .replace("SKU-1 3 CONFIRMED 900", "SKU-1 3 HELD 900")
            .replace("quotes 1 SKU-1 CONFIRMED", "quotes 1 SKU-1 EXPIRED");

    assertThat(check(untold))
        .containsExactly("sums 2 orders, 1 confirmed, 1 undecided, 1 to be told; 2 articles");
  }

  @Test
  void whatNobodyTellsIsAFaultInTheEnd() throws Exception {
    String untold = LEDGERS.replace("3 CONFIRMED - -", "3 CONFIRMED CONFIRM " + LONG_AGO);

    assertThat(check(untold)).contains("fault order 1: CONFIRM could not be told to B and C");
  }

  @ParameterizedTest
  @CsvSource({"orders", "reservations", "quotes", "stock"})
  void aLedgerThatWasCutOffProvesNothing(String table) throws Exception {
    assertThat(check(LEDGERS.replace(table + " end 2\n", "")))
        .containsExactly("broken the ledger of " + table + " was cut off");
  }

  private static List<String> check(String ledgers) throws IOException, InterruptedException {
    Process awk =
        new ProcessBuilder("awk", "-v", "now=" + NOW, "-v", "grace=60", "-f", "check.awk")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    awk.outputWriter(UTF_8).append(ledgers).close();
    List<String> told = awk.inputReader(UTF_8).lines().toList();
    assertThat(awk.waitFor()).isZero();
    return told;
  }
}
