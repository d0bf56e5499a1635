-- Each request writes down one meeting: a telling of its own, one transaction, three facts, sealed and durable.
-- KITH_FORM holds what every request sends; KITH_COOKIE is sent along; KITH_PATH is where it goes.
local threads = 0
function setup(thread) thread:set("number", threads); threads = threads + 1 end
local headers = { ["Cookie"] = os.getenv("KITH_COOKIE"), ["Content-Type"] = "application/x-www-form-urlencoded" }
local form, path, sent, random = os.getenv("KITH_FORM"), os.getenv("KITH_PATH"), 0, nil
function init()
  local file = io.open("/dev/urandom", "rb")
  local bytes = file:read(6)
  file:close()
  random = string.format("%02x%02x%02x%02x%02x%02x", bytes:byte(1, 6))
end
function request()
  sent = sent + 1
  local telling = string.format("%012x", os.time() * 1000)
  telling = telling:sub(1, 8) .. "-" .. telling:sub(9, 12) .. "-7" .. string.format("%03x", number) .. "-"
    .. string.format("8%03x", math.floor(sent / 0x1000000)) .. "-" .. random:sub(1, 6) .. string.format("%06x", sent % 0x1000000)
  return wrk.format("POST", path, headers, form .. "&telling=" .. telling)
end
function response(status, given)
  if status ~= 303 or (given["Location"] or given["location"] or ""):find("/sign-in", 1, true) then refused = (refused or 0) + 1 end
end
function done(s, l, r)
  io.write(string.format("RESULT requests %d seconds %.3f rps %.0f p50_ms %.2f p99_ms %.2f max_ms %.2f bytes 0 non2xx %d socket %d\n", s.requests,
    s.duration / 1e6, s.requests / (s.duration / 1e6), l:percentile(50) / 1000, l:percentile(99) / 1000, l.max / 1000,
    s.errors.status, s.errors.connect + s.errors.read + s.errors.write + s.errors.timeout))
end
