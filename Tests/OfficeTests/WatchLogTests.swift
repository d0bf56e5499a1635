import Foundation
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import Practice
import Store
import Testing

@testable import Office

/// What is written down of requests: how they went, and nothing of what was said in them.
@Suite struct WatchLogTests {
  /// Words that a visitor brings in every place that there is for any.
  private static let canaries = [
    "Zanzibella", "Quillfeather", "wq-password-31", "wq-search-word", "wq-form-value",
    "wq-cookie-value", "wq-agent", "wq-referer", "wq-path-step", "wq-field-name", "wqmethod",
    "wq upload", "198.51.100.77", "7e57ab1e-c0de-7000-8000-0123456789ab",
  ]
  private static let id = "7e57ab1e-c0de-7000-8000-0123456789ab"

  @Test(arguments: Logbook.Format.allCases)
  func noRequestLeavesAnythingOfItselfInTheLog(format: Logbook.Format) async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let name = "Zanzibella Quillfeather"
    try await bench.add(name, "wq-password-31 is long", role: .analyst)
    let log = DoorLog(format)
    let site = Site(
      store: bench.store, authority: bench.authority, lock: PasswordLock(rounds: 16),
      logbook: log.logbook, clock: { DoorBench.morning })
    let (stranger, colleague) = (Visitor(site), Visitor(site))
    try await colleague.signIn(name, "wq-password-31 is long")
    #expect(try await Visitor(site).signIn(name, "wq-password-31 mistyped").status == 422)
    #expect(try await Visitor(site).signIn("Quillfeather", "wq-password-31").status == 422)
    var asked = 5
    for visitor in [stranger, colleague] {
      visitor.address = "198.51.100.77"
      for (method, path) in Self.everyWay {
        visitor.cookies["wq-cookie"] = "wq-cookie-value"
        _ = try? await visitor.ask(method, path, Self.fields(method), Self.body(method, visitor))
        asked += 1
      }
    }
    for canary in Self.canaries {
      #expect(!log.text.contains(canary), "\(canary) is in the log")
    }
    for secret in colleague.cookies.values { #expect(!log.text.contains(secret)) }
    let requests = log.lines.filter { $0.contains("request_id") }
    #expect(requests.count >= asked)
    #expect(log.text.contains("/families/ID") && log.text.contains("analyst"))
  }

  /// Every route, and then addresses and methods that are none.
  private static var everyWay: [(HTTPRequest.Method, String)] {
    var ways = Routes.all.filter { "\($0.pattern.text)" != "/sign-out" }.map { route in
      let path = "\(route.pattern.text)".replacing("ID", with: id).replacing(
        "*", with: "wq-path-step")
      return (route.method, path + "?q=wq-search-word&wq-field-name=Zanzibella")
    }
    ways.append((.get, "/wq-path-step/\(id)?q=wq-search-word"))
    ways.append((.delete, "/families/\(id)?q=wq-search-word"))
    if let made = HTTPRequest.Method("wqmethod") { ways.append((made, "/families")) }
    return ways
  }

  private static func fields(_ method: HTTPRequest.Method) -> HTTPFields {
    var fields: HTTPFields = [.userAgent: "wq-agent", .referer: "http://wq-referer/\(id)"]
    if method == .post { fields[.contentType] = "application/x-www-form-urlencoded" }
    for name in ["x-request-id", "traceparent", "x-forwarded-for"] {
      if let name = HTTPField.Name(name) { fields[name] = "wq upload \(id)" }
    }
    return fields
  }

  private static func body(_ method: HTTPRequest.Method, _ visitor: Visitor) -> [UInt8] {
    guard method == .post else { return [] }
    return Array("csrf=wq-form-value&name=Zanzibella&wq-field-name=\(id)".utf8)
  }

  @Test func aLineSaysHowARequestWentAndInWhatRole() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    let seen = try await visitor.get("/families/\(Self.id)?q=1")
    let entry = try #require(try bench.log.entries().last)
    #expect(entry["event"] == .text("request") && entry["level"] == .text("info"))
    #expect(entry["method"] == .text("GET") && entry["route"] == .text("/families/ID"))
    #expect(entry["status"] == .number(404) && entry["role"] == .text("podManager"))
    #expect(entry["bytes"] == .number(seen.body.utf8.count))
    #expect(entry["time"] == .text("2026-03-31T09:00:00.000000Z"))
    guard case .number(let took) = entry["duration_us"] else { return #expect(Bool(false)) }
    #expect(took > 0)
  }

  @Test func whatFailsIsAnErrorAndWhoeverLeftIsAWarning() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    bench.site.leaving.withValue { $0 = true }
    #expect(try await visitor.get("/ready").status == 503)
    #expect(try bench.log.entries().last?["level"] == .text("warning"))
    try await bench.store.write { _ = try $0.run("DROP TABLE session") }
    visitor.cookies["kith"] = String(repeating: "a", count: 64)
    let failed = try await visitor.get("/families")
    let entries = try bench.log.entries().suffix(2)
    #expect(failed.status == 500)
    for entry in entries {
      #expect(entry["level"] == .text("error"))
      guard case .text(let id) = entry["request_id"] else { return #expect(Bool(false)) }
      #expect(failed.body.contains("Request \(id)"))
    }

    struct Gone: Error {}
    let knock = Request(
      head: HTTPRequest(
        method: .post, scheme: "http", authority: "127.0.0.1", path: "/sign-in",
        headerFields: [.contentType: "application/x-www-form-urlencoded"]),
      body: RequestBody(
        asyncSequence: AsyncThrowingStream<ByteBuffer, any Error> { $0.finish(throwing: Gone()) }))
    await #expect(throws: Gone.self) { try await bench.site.answer(knock) { "192.0.2.7" } }
    let entry = try #require(try bench.log.entries().last)
    #expect(entry["level"] == .text("warning") && entry["status"] == nil)
    #expect(bench.site.tallies.now.inFlight == 0)
  }

  @Test func theWordsOfAnEngineEndBeforeTheValueThatItCouldNotTake() {
    for words in ["invalid input syntax for type uuid: \"Leo\"", "invalid bytes: 0x4c656f"] {
      for refusal in [StoreRefusal.againstTheRules(words), .failed("22P02 \(words) in: SELECT")] {
        let said = Site.forLog(refusal)
        #expect(said.contains("invalid") && said.hasSuffix(": a value"))
        #expect(!said.contains("Leo") && !said.contains("4c656f"))
      }
    }
    let rule = StoreRefusal.againstTheRules("UNIQUE constraint failed: account.sign_in_name")
    #expect(Site.forLog(rule).contains("account.sign_in_name"))
  }

  @Test(arguments: Logbook.Format.allCases)
  func noValueEndsALineOrATextInIt(format: Logbook.Format) throws {
    let log = DoorLog(format)
    let nasty = "a\"b\\c\nd\re\u{0}f\u{1b}g\u{7f}é\u{301}"
    log.logbook.event(.warning, nasty, [("value", nasty)])
    log.logbook.logger.error("From a library", metadata: ["key": "\(nasty)"])
    log.logbook.logger.info("Not written down")
    #expect(log.lines.count == 2)
    #expect(!log.text.utf8.contains { $0 < 32 && $0 != 10 || $0 == 127 })
    guard format == .json else { return }
    let entries = try log.entries()
    #expect(entries[0]["event"] == .text(nasty) && entries[0]["value"] == .text(nasty))
    #expect(entries[1]["key"] == .text(nasty) && entries[1]["level"] == .text("error"))
  }
}
