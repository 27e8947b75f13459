# Draws the hops of one request from its Server-Timing headers.
# Input: a first line "status seconds-to-first-byte seconds-to-tls", then the answer's header.

function ms(value) { return sprintf("%8.2f ms", value < 0 ? 0 : value) }
function known(name) { return name in duration }
function hop(number, text, time, note) {
  line = sprintf("%4s  %-38s %s  %s", number, text, time, note)
  sub(/ +$/, "", line)
  print line
}

# The way to the next tier and back: what the caller waited, less what the next tier worked.
function way(caller, called) { return ms(duration[caller ".call"] - duration[called ".total"]) }

function logged() { if (request != "") { printf "\nWhat every server logged of it: ./baton trace %s\n", request } }

function verifies(number, tier, name) {
  hop(number, name " verifies the token", ms(duration[tier ".verify"]), "token " description[tier ".verify"])
}

function data(tier, name, first,    outcome) {
  if (!known(tier ".cache") && !known(tier ".db")) { return }
  if (known(tier ".cache")) {
    outcome = description[tier ".cache"]
    hop(first, name " -> cache " name, ms(duration[tier ".cache"]), "")
    hop(first + 1, "cache " name " -> " name, sprintf("%11s", ""), "cache " outcome (outcome == "hit" ? ", database " name " is not asked" : ""))
  }
  if (known(tier ".db")) { hop(first + 2, name " -> database " name, ms(duration[tier ".db"]), description[tier ".db"]) }
}

NR == 1 { status = $1; total = ($2 - $3) * 1000; next }

tolower($1) == "x-request-id:" { sub(/\r$/, ""); request = $2 }

tolower($1) == "server-timing:" {
  sub(/\r$/, "")
  line = $0
  sub(/^[^:]*: */, "", line)
  count = split(line, entries, /, */)
  for (i = 1; i <= count; i++) {
    split(entries[i], parts, ";")
    for (j = 2; j in parts; j++) {
      split(parts[j], pair, "=")
      value = substr(parts[j], length(pair[1]) + 2)
      gsub(/"/, "", value)
      if (pair[1] == "dur") { duration[parts[1]] = value + 0 }
      if (pair[1] == "desc") { description[parts[1]] = value }
    }
    delete parts
  }
}

END {
  balancer = description["lb"]
  sub(/^D=/, "", balancer)
  balancer = balancer / 1000
  printf "GET %s as %s: %s\n\n", path, user, status
  if (!known("gateway.verify")) { print "The answer tells no hops: it was refused, or they are not shown to this user."; logged(); exit }
  hop(1, "user -> load balancer", ms(total - balancer), "")
  hop(2, "load balancer -> gateway", ms(balancer - duration["gateway.total"]), "")
  verifies("", "gateway", "gateway")
  if (known("service-a.total")) {
    hop(3, "gateway -> A", way("gateway", "service-a"), "")
    verifies("", "service-a", "A")
    data("service-a", "A", 4)
    if (known("service-b.total")) { hop(7, "A -> B", way("service-a", "service-b"), "") }
  } else if (known("service-b.total")) {
    hop("", "gateway -> B", way("gateway", "service-b"), "")
  }
  if (known("service-b.total")) {
    verifies(8, "service-b", "B")
    data("service-b", "B", 9)
    if (known("service-c.total")) { hop(12, "B -> C", way("service-b", "service-c"), "") }
  } else if (known("service-c.total") && !known("service-a.total")) {
    hop("", "gateway -> C", way("gateway", "service-c"), "")
  }
  if (known("service-c.total")) {
    verifies(13, "service-c", "C")
    data("service-c", "C", 14)
  }
  hop(17, "the answer is back at the user", ms(total), "in all")
  logged()
}
