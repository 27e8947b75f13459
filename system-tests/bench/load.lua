-- The benchmark's requests, for wrk. Environment:
--   TOKENS   file of "user TAB token", the customers in turn
--   KIND     what is asked for: chain, own, b, c, place or page
--   LIMIT    how many orders a page has
--   RATE     requests a second of all threads together; 0: as many as there can be
--   THREADS  how many threads there are
--   ROUND    makes the keys of this round's orders others than those of any other
local ffi = require("ffi")
ffi.cdef [[
typedef struct { long s; long ns; } moment;
int clock_gettime(int clock, moment *now);
]]

local MONOTONIC = 1
local ORDERS, ARTICLES, CUSTOMERS = 1000, 500, 200
local RATE = tonumber(os.getenv("RATE"))
local threads = {}

local function millis()
  local now = ffi.new("moment")
  ffi.C.clock_gettime(MONOTONIC, now)
  return tonumber(now.s) * 1000 + tonumber(now.ns) / 1e6
end

local function sku(number)
  return string.format("SKU-%04d", number % ARTICLES)
end

-- Customer NNN owns each two-hundredth order, and each five-hundredth has the same article.
local paths = {
  chain = function(number) return "/api/orders/" .. number % ORDERS + 1 end,
  own = function() return "/orders?limit=" .. os.getenv("LIMIT") end,
  b = function(number) return "/stock/" .. sku(number) end,
  c = function(number) return "/prices/" .. sku(number) end,
  page = function() return "/api/orders?limit=" .. os.getenv("LIMIT") end,
}

function setup(thread)
  thread:set("index", #threads)
  threads[#threads + 1] = thread
end

function init()
  tokens = {}
  for line in io.lines(os.getenv("TOKENS")) do
    tokens[#tokens + 1] = line:match("\t(%S+)")
  end
  kind = os.getenv("KIND")
  pause = 1000 / RATE * tonumber(os.getenv("THREADS"))
  slot = millis() + 100
  late = 0
  sent = 0
  -- A step that is prime to all of these numbers: whoever comes next is somebody else.
  number = index * 499 + tonumber(os.getenv("ROUND")) * 7919
end

-- The next free connection takes the next slot; where none is free in time, the round is late.
local function untilSlot()
  slot = slot + pause
  local wait = slot - millis()
  if wait < -10 then
    late = late + 1
  end
  return math.max(wait, 0)
end

if RATE > 0 then
  delay = untilSlot
end

function request()
  number = number + 7
  sent = sent + 1
  -- The token's customer is the order's: both count in steps of which 200 is a part.
  local headers = {
    ["Authorization"] = "Bearer " .. tokens[number % #tokens + 1],
    ["Accept"] = "application/json",
  }
  if kind ~= "place" then
    return wrk.format("GET", paths[kind](number), headers)
  end
  headers["Content-Type"] = "application/json"
  headers["Idempotency-Key"] = os.getenv("ROUND") .. "-" .. index .. "-" .. sent
  return wrk.format("POST", "/api/orders", headers, '{"sku":"' .. sku(number) .. '","quantity":1}')
end

function done(summary, latency)
  local late = 0
  for _, thread in ipairs(threads) do
    late = late + thread:get("late")
  end
  local errors = summary.errors
  io.write(string.format(
    "RESULT requests=%d micros=%d bytes=%d p50=%d p99=%d p999=%d status=%d socket=%d late=%d\n",
    summary.requests, summary.duration, summary.bytes,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9),
    errors.status, errors.connect + errors.read + errors.write + errors.timeout, late))
end
