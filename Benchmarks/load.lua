-- The request stream of rivals/web/SPEC.md against Kith's own addresses, with a session.
-- KITH_ADDRESSES names a file with the address of family 1, 2, … on a line each; KITH_COOKIE is sent along.
local ffi = require("ffi")
local x = 7ULL
local function nxt() x = x * 6364136223846793005ULL + 1442695040888963407ULL; return x / 4294967296ULL end
local function below(n) return tonumber((nxt() * ffi.cast("uint64_t", n)) / 4294967296ULL) end
local S = {"ba","be","bo","da","de","do","fa","fi","fo","ga","ge","go","ha","he","hi","ka","ke","ki","la","le","lo","ma","me","mi","na","ne","no","pa","pe","po","ra","re","ro","sa","se","so","ta","te","to","va","ve","vi","wa","we","wi"}
local families = {}
for line in io.lines(os.getenv("KITH_ADDRESSES")) do families[#families + 1] = line end
local headers = { ["Cookie"] = os.getenv("KITH_COOKIE") }
local i = 0
function request()
  i = i + 1
  if i % 10 == 0 then
    local a, b = S[below(45) + 1], S[below(45) + 1]
    return wrk.format("GET", "/search?q=" .. a:sub(1, 1):upper() .. a:sub(2) .. b:sub(1, 1), headers)
  end
  return wrk.format("GET", families[1 + below(#families)], headers)
end
function done(s, l, r)
  io.write(string.format("RESULT requests %d seconds %.3f rps %.0f p50_ms %.2f p90_ms %.2f p99_ms %.2f max_ms %.2f bytes %d non2xx %d socket %d\n", s.requests, s.duration / 1e6, s.requests / (s.duration / 1e6),
    l:percentile(50) / 1000, l:percentile(90) / 1000, l:percentile(99) / 1000, l.max / 1000, s.bytes, s.errors.status, s.errors.connect + s.errors.read + s.errors.write + s.errors.timeout))
  -- How many requests took how many milliseconds, so that several loads can be counted as one.
  local counts, spread = {}, {}
  for place = 1, #l do
    local took, count = l(place)
    local ms = math.floor(took / 1000)
    counts[ms] = (counts[ms] or 0) + count
  end
  for ms, count in pairs(counts) do spread[#spread + 1] = ms .. ":" .. count end
  io.write("SPREAD " .. table.concat(spread, " ") .. "\n")
end
