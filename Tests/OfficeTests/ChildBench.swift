import Foundation
import Ground
import Practice
import Returns
import Store
import Town

@testable import Office

/// A store of its own, and visits to its pages by people of any role, on one day.
struct ChildBench {
  static let today = Chronicle.usualDay
  static let noon = Instant(microseconds: (Int64(today.number) * 86_400 + 43_200) * 1_000_000)

  let folder: URL
  let store: Store
  let authority: Authority

  /// A store that knows nobody yet.
  init(code: String = "846", name: String = "Seaford-on-Tees") async throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kith-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try await Store.open(
      at: Ground.location(in: folder), keeping: folder.path, schema: Record.schema, now: Self.noon)
    authority = try await store.addAuthority(
      code: code, name: name, now: Instant(microseconds: 0))
  }

  /// Marlhaven with the twelve families of the cast.
  static func town() async throws -> ChildBench {
    let bench = try await ChildBench(
      code: Chronicle.authority.code, name: Chronicle.authority.name)
    try await Settlement.tell(Chronicle(families: 12), into: bench.store, as: bench.authority)
    return bench
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func visit(
    _ role: AccountRole = .analyst, as account: String = "Wei Chen", query: String = "",
    form: Form = Form()
  ) -> Visit {
    let actor = Actor(
      authority: authority, account: account, role: role, practitioner: nil, today: Self.today)
    return Visit(
      actor: actor, store: store, now: Self.noon, csrf: "proof",
      query: NamedValues(urlEncoded: Array(query.utf8)), form: form, may: .inside(actor))
  }

  func child(_ id: ID<Person>, query: String = "") async throws -> String {
    try await ChildPage.show(visit(.socialWorker, query: query), id).text
  }

  /// Brings files in as an analyst does.
  @discardableResult
  func bringIn(
    _ files: [(name: String, text: String)], year: String = "2026", keepGoodRows: Bool = false,
    as role: AccountRole = .analyst
  ) async throws -> Answer {
    var form = Form()
    form.words.append("year", year)
    if keepGoodRows { form.words.append("keep_good_rows", "1") }
    for file in files {
      form.append(
        Upload(name: file.name, type: "text/csv", bytes: Array(file.text.utf8)), to: "files")
    }
    return try await ImportsPage.receive(visit(role, form: form))
  }

  func numbered(_ number: String) async throws -> ID<Person>? {
    try await store.read { reading in
      try reading.first("SELECT person FROM person_number WHERE value = \(number)") { $0.id(0) }
    }
  }

  func tellings() async throws -> Int {
    try await store.read { try $0.count("SELECT count(*) FROM telling") }
  }
}

/// A return of one child, whose worker came back after another and a month with nobody.
enum OneChildReturn {
  static let header = (
    "header.csv",
    "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n100234,F,04/05/2014,WBRI,UN1,0,\n"
  )
  static let episodes = (
    "episodes.csv",
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
      + "100234,01/03/2020,S,C2,N1,U6,PR1,,,,BN1 1AA,BN1 2BB,\n"
  )
  static let workers = (
    "sw_episodes.csv",
    "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n"
      + "100234,04/05/2014,SW123456,01/03/2025,01/09/2025,MANAGE\n"
      + "100234,04/05/2014,SW123457,01/09/2025,01/12/2025,TSPROC\n"
      + "100234,04/05/2014,SW123456,05/01/2026,,ABSENC\n"
  )
  static let all = [header, episodes, workers]
}

extension Answer {
  /// What a browser would show of it.
  var text: String {
    switch self {
    case .page(let bytes), .asksAgain(let bytes), .csv(let bytes, _), .lines(let bytes):
      String(decoding: bytes, as: UTF8.self)
    case .problem(let words): words
    case .notFound: "nothing here"
    case .seeOther(let address), .signedInAnew(let address, _): address.text
    }
  }

  var isNotFound: Bool { if case .notFound = self { true } else { false } }
  var asksAgain: Bool { if case .asksAgain = self { true } else { false } }
}

extension String {
  /// What stands between the first `start` and the next `end` after it; empty where there is none.
  func between(_ start: String, _ end: String) -> String {
    guard let from = range(of: start)?.upperBound else { return "" }
    return String(self[from..<(self[from...].range(of: end)?.lowerBound ?? endIndex)])
  }

  /// The words alone, a space between elements, and none before a mark that ends something.
  var words: String {
    replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing(" ,", with: ",").replacing(" .", with: ".").replacing(" ;", with: ";")
  }

  func count(of part: String) -> Int { components(separatedBy: part).count - 1 }
}
