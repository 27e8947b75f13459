# The lines of the three ledgers, each behind the name of its table, to one line for each fault and a last one with the sums.
# -v now=SECONDS -v grace=SECONDS: what may be overdue by less than that is not yet a fault.

function fault(text) { faults++; print "fault " text }
function overdue(time) { return time < now - grace }
function ended(table) { if (!(table in rows)) { print "broken the ledger of " table " was cut off"; broken = 1 } }

$2 == "end" { rows[$1] = $3; next }

$1 == "orders" {
  article[$2] = $3; pieces[$2] = $4; status[$2] = $5; price[$2] = $8
  if ($6 != "-") {
    task[$2] = $6
    untold++
    if (overdue($7)) fault("order " $2 ": " $6 " could not be told to B and C")
  }
  count[$5]++
  next
}

$1 == "reservations" { judge("reservation", $2, $3, $5, $6); if ($2 in pieces && pieces[$2] != $4) fault("order " $2 ": reserved are " $4 " pieces of " pieces[$2]); next }
$1 == "quotes" { judge("quote", $2, $3, $4, $5); if (priced($2) && price[$2] != $6) fault("order " $2 ": its price is " price[$2] " cents, the quote's " $6); next }
$1 == "stock" && $3 != $4 + $5 { fault("article " $2 ": " $3 " pieces counted, " $4 " available and " $5 " reserved"); next }

# An order that was never confirmed has no price; nor have those of the sample.
function priced(order) { return order in price && price[order] != "-" }

# What B or C keeps for an order, against what A knows of it.
function judge(what, order, sku, state, expiry,    known) {
  known = order in status ? status[order] : "unknown"
  seen[what, order] = 1
  if (order in article && article[order] != sku) fault("order " order ": the " what " is for " sku " and not for " article[order])
  if (known == "CONFIRMED") {
    if (state != "CONFIRMED" && !(state != "RELEASED" && task[order] == "CONFIRM")) fault("order " order " is confirmed, its " what " is " state)
    return
  }
  if (state == "CONFIRMED" && task[order] != "RELEASE") fault("order " order ": the " what " is kept, the order is " known)
  if (state == "HELD" && overdue(expiry)) fault("order " order ": the " what " has outlived its expiry")
}

END {
  ended("orders"); ended("reservations"); ended("quotes"); ended("stock")
  if (broken) exit
  for (order in status) {
    if (status[order] != "CONFIRMED") continue
    if (!(("reservation", order) in seen)) fault("order " order " is confirmed and has no reservation")
    if (!(("quote", order) in seen)) fault("order " order " is confirmed and has no quote")
  }
  printf "sums %d orders, %d confirmed, %d undecided, %d to be told; %d articles\n", rows["orders"], count["CONFIRMED"], count["PENDING"], untold, rows["stock"]
}
