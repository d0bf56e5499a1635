import Foundation
import Ground
import HTTPTypes
import HummingbirdCore
import NIOCore
import Practice
import Store
import Tracing

@testable import Office

/// A site with one account in a store of its own, and a clock that only the test moves.
struct DoorBench {
  static let name = "Ama Boateng"
  static let password = "four quiet otters swim"
  static let morning = Instant(microseconds: 1_774_947_600_000_000)

  let folder: URL
  let store: Store
  let authority: Authority
  let site: Site
  let log = DoorLog()
  private let time = Guarded(DoorBench.morning)

  init(behindProxy: Bool = false, tracer: (any Tracer)? = nil) async throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kith-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try await Store.open(
      at: Ground.location(in: folder), keeping: folder.path, schema: Record.schema,
      now: Self.morning)
    authority = try await store.addAuthority(
      code: "846", name: "Seaford-on-Tees", now: Self.morning)
    let time = time
    site = Site(
      store: store, authority: authority, options: Site.Options(behindProxy: behindProxy),
      lock: PasswordLock(rounds: 16), logbook: log.logbook, tracer: tracer, patience: .seconds(600),
      clock: { time.withValue { $0 } })
    try await add(Self.name, Self.password)
  }

  func add(_ name: String, _ password: String, role: AccountRole = .podManager) async throws {
    try await site.accounts.add(
      name: name, password: password, role: role, practitioner: nil, now: Self.morning)
  }

  /// The council decides that a role may do something of the service.
  func decide(_ role: AccountRole, _ matter: Matter) async throws {
    let number = authority.number
    let rule = AccessPolicy.Rule(
      role: role, tie: .none, matter: matter, isAllowed: true, from: Self.morning.london.day)
    try await store.write { writing in
      var ids = IDMaker(at: Self.morning, using: SystemRandomNumberGenerator())
      try writing.tell(
        TellingRow(.changeAccess, id: ids.next(), by: "the council", recorded: Self.morning),
        authority: number, [AccessRecords.rule(rule, fact: ids.next(), because: "they need it")])
    }
  }

  /// The same store after the program was started anew: nothing is left in memory.
  func restarted() -> Site {
    let time = time
    return Site(
      store: store, authority: authority, lock: PasswordLock(rounds: 16), logbook: log.logbook,
      clock: { time.withValue { $0 } })
  }

  func pass(seconds: Int) { time.withValue { $0 = $0 + seconds } }

  var now: Instant { time.withValue { $0 } }

  func sessionsKept() async throws -> Int {
    try await store.read { try $0.count("SELECT count(*) FROM session") }
  }

  /// One telling, without facts.
  func tellSomething(through store: Store? = nil) async throws {
    let number = authority.number
    let telling = TellingRow(
      .openFamily, id: ID(high: 7, low: 7), by: "the story", recorded: Self.morning)
    _ = try await (store ?? self.store).write { try $0.tell(telling, authority: number, []) }
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}

/// What a visitor sees of an answer.
struct Seen {
  let status: Int
  let fields: HTTPFields
  let body: String

  init(_ response: Response) async throws {
    let collected = Guarded(ByteBuffer())
    try await response.body.write(Collector(collected: collected))
    status = response.status.code
    fields = response.headers
    body = String(buffer: collected.withValue { $0 })
  }

  var location: String? { fields[.location] }

  /// The hidden field of this name, as a browser would send it back.
  func hidden(_ name: String) -> String? {
    guard let found = body.range(of: "name=\"\(name)\" value=\"") else { return nil }
    return body[found.upperBound...].split(separator: "\"", omittingEmptySubsequences: false)
      .first.map(String.init)
  }
}

/// A browser that keeps cookies and follows nothing by itself.
final class Visitor {
  var site: Site
  var cookies: [String: String] = [:]
  var address = "192.0.2.7"
  /// Headers that it sends with each request.
  var fields: HTTPFields = [:]
  /// What a proxy on the way says of where the request came from.
  var forwarded: String?
  /// What its pages would send along, where a story needs no page to read it from.
  var csrf = ""

  init(_ site: Site) { self.site = site }

  func get(_ path: String, _ fields: HTTPFields = [:]) async throws -> Seen {
    try await ask(.get, path, fields)
  }

  func post(
    _ path: String, _ form: KeyValuePairs<String, String>, _ fields: HTTPFields = [:]
  ) async throws -> Seen {
    try await post(path, pairs: form.map { ($0.key, $0.value) }, fields)
  }

  func post(
    _ path: String, _ form: [(String, String)], _ fields: HTTPFields = [:]
  ) async throws -> Seen {
    try await post(path, pairs: form, fields)
  }

  func post(
    _ path: String, pairs: [(String, String)], _ fields: HTTPFields = [:]
  ) async throws -> Seen {
    var fields = fields
    fields[.contentType] = "application/x-www-form-urlencoded"
    let body = pairs.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }
    return try await ask(.post, path, fields, Array(body.joined(separator: "&").utf8))
  }

  func ask(
    _ method: HTTPRequest.Method, _ path: String, _ fields: HTTPFields = [:], _ body: [UInt8] = []
  ) async throws -> Seen {
    var fields = fields
    for field in self.fields where fields[field.name] == nil { fields.append(field) }
    if !cookies.isEmpty {
      fields[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    }
    if let forwarded, let name = HTTPField.Name("x-forwarded-for") { fields[name] = forwarded }
    let request = Request(
      head: HTTPRequest(
        method: method, scheme: "http", authority: "127.0.0.1", path: path, headerFields: fields),
      body: RequestBody(buffer: ByteBuffer(bytes: body)))
    let address = address
    let response = try await site.answer(request) { address }
    for cookie in response.headers[values: .setCookie] { keep(cookie) }
    return try await Seen(response)
  }

  @discardableResult
  func signIn(
    _ name: String = DoorBench.name, _ password: String = DoorBench.password, next: String? = nil
  ) async throws -> Seen {
    let path = next.map { "/sign-in?next=\(Self.encoded($0))" } ?? "/sign-in"
    let form = try await get(path)
    return try await post(
      "/sign-in",
      [
        "name": name, "password": password, "csrf": form.hidden("csrf") ?? "",
        "next": form.hidden("next") ?? "",
      ])
  }

  private func keep(_ cookie: String) {
    let pair = cookie.split(separator: ";")[0].split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    cookies[String(pair[0])] = cookie.contains("Max-Age=0") ? nil : String(pair[1])
  }

  static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case 48...57, 65...90, 97...122: String(UnicodeScalar(byte))
      case 32: "+"
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }.joined()
  }
}

private struct Collector: ResponseBodyWriter {
  let collected: Guarded<ByteBuffer>

  mutating func write(_ buffer: ByteBuffer) async throws {
    collected.withValue { _ = $0.writeImmutableBuffer(buffer) }
  }
  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// What the site writes into its log.
struct DoorLog: Sendable {
  private let kept = Guarded("")
  let logbook: Logbook

  init(_ format: Logbook.Format = .json) {
    let kept = kept
    logbook = Logbook(
      format, clock: { DoorBench.morning },
      write: { line in kept.withValue { $0 += String(decoding: line, as: UTF8.self) } })
  }

  var text: String { kept.withValue { $0 } }
  var lines: [Substring] { text.split(separator: "\n") }

  /// Each line as the object that it is.
  func entries() throws -> [[String: Entry]] {
    try lines.map { try JSONDecoder().decode([String: Entry].self, from: Data($0.utf8)) }
  }

  enum Entry: Decodable, Equatable {
    case text(String)
    case number(Int)

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Int.self) {
        self = .number(number)
      } else {
        self = .text(try value.decode(String.self))
      }
    }
  }
}
