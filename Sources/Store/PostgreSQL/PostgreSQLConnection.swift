import CPostgreSQL
import Foundation
import Practice

/// One connection to the server, used by one thread at a time; it waits there for the server.
final class PostgreSQLConnection {
  private let handle: OpaquePointer
  /// Statements that the server has been taught, by their text.
  private var known: [String: String] = [:]
  /// Lists of parameters differ in length; beyond so many texts all are taught anew.
  private static let most = 400
  /// True while the answer to something that was sent without waiting is still to be taken.
  private var isOwed = false
  /// Rows that are being sent on another thread, which alone uses the connection meanwhile.
  private var copying: SecondHand<Void>?

  /// - Throws: `StoreRefusal.unreachable`.
  init(_ address: PostgreSQLAddress) throws {
    let settings = Array(address.settings)
    var keywords: [UnsafePointer<CChar>?] = settings.map { UnsafePointer(strdup($0.key)) }
    var values: [UnsafePointer<CChar>?] = settings.map { UnsafePointer(strdup($0.value)) }
    defer { for text in keywords + values { free(UnsafeMutablePointer(mutating: text)) } }
    keywords.append(nil)
    values.append(nil)
    let opened = PQconnectdbParams(keywords, values, 0)
    guard let opened else { throw StoreRefusal.unreachable(address.shown, "out of memory") }
    guard PQstatus(opened) == CONNECTION_OK else {
      defer { PQfinish(opened) }
      throw StoreRefusal.unreachable(
        address.shown, Self.line(String(cString: PQerrorMessage(opened))))
    }
    // What the server remarks in passing, such as that a table is there already, is nobody's news.
    PQsetNoticeProcessor(opened, { _, _ in }, nil)
    handle = opened
  }

  deinit { PQfinish(handle) }

  /// True once rows broke off on their way, so that the server still waits for more of them.
  private var isSpoiled = false

  /// False once the server has gone away, or the connection is of no more use.
  var isWhole: Bool { PQstatus(handle) == CONNECTION_OK && !isSpoiled }

  /// True between the beginning of a transaction and its end, refused ones included.
  private var isInTransaction: Bool {
    [PQTRANS_INTRANS, PQTRANS_INERROR].contains(PQtransactionStatus(handle))
  }

  /// 150018 for 15.18.
  var version: Int { Int(PQserverVersion(handle)) }

  func setting(_ name: String) -> String {
    PQparameterStatus(handle, name).map { String(cString: $0) } ?? ""
  }

  /// Whose rows the connection may see, once somebody has said so: nil for all.
  var scope: Int??

  /// Statements without values and without an answer, in one turn.
  func run(_ text: String) throws {
    try settle()
    _ = try taken(PQexec(handle, text), text)
  }

  /// Sends a statement whose end nobody has to wait for; whatever comes next waits for it.
  func runWithoutWaiting(_ text: String) {
    guard (try? settle()) != nil else { return }
    isOwed = PQsendQuery(handle, text) == 1
  }

  func ask(_ text: String, _ parameters: PostgreSQLParameters) throws -> PostgreSQLAnswer {
    let name = try taught(text, parameters.types)
    return try taken(
      parameters.withPointers { values, lengths, formats in
        PQexecPrepared(
          handle, name, Int32(parameters.places.count), values, lengths, formats, 1)
      }, text)
  }

  /// Several statements in one turn of the wire, with the answer to each. Where one is refused, those
  /// after it are not run.
  func ask(
    each statements: [(text: String, parameters: PostgreSQLParameters)]
  ) throws -> [PostgreSQLAnswer] {
    if statements.count < 2 { return try statements.map { try ask($0.text, $0.parameters) } }
    // Taught before: a statement that the server refuses to learn must not spoil the turn; and there
    // has to be room for all of them, so that none is forgotten for the next one.
    let new = Set(statements.lazy.map(\.text).filter { self.known[$0] == nil })
    if known.count + new.count > Self.most { try forget() }
    let names = try statements.map { try taught($0.text, $0.parameters.types) }
    guard PQenterPipelineMode(handle) == 1 else { throw failure("pipeline") }
    var first: (any Error)?
    for (statement, name) in zip(statements, names) {
      let sent = statement.parameters.withPointers { values, lengths, formats in
        PQsendQueryPrepared(
          handle, name, Int32(statement.parameters.places.count), values, lengths, formats, 1)
      }
      if sent != 1, first == nil { first = failure(statement.text) }
    }
    PQpipelineSync(handle)
    var answers: [PostgreSQLAnswer] = []
    for statement in statements {
      while let result = PQgetResult(handle) {
        switch PQresultStatus(result) {
        case PGRES_FATAL_ERROR:
          if first == nil { first = PostgreSQLFailure(result, statement.text) }
          PQclear(result)
        default: answers.append(PostgreSQLAnswer(result))
        }
      }
    }
    while let end = PQgetResult(handle) {
      let isSync = PQresultStatus(end) == PGRES_PIPELINE_SYNC
      PQclear(end)
      if isSync { break }
    }
    PQexitPipelineMode(handle)
    if let first { throw first }
    guard isWhole else { throw failure("pipeline") }
    return answers
  }

  /// Sends rows, table after table, on a thread beside this one. Whatever comes next waits for that, and
  /// throws what went wrong there.
  func copy(_ tables: [PostgreSQLCopy]) throws {
    try settle()
    nonisolated(unsafe) let handle = handle
    copying = SecondHand { for one in tables { try one.send(handle) } }
  }

  /// Waits for what goes on beside this thread, and takes the answer to what was sent without waiting.
  func settle() throws {
    if let copying {
      self.copying = nil
      do {
        try copying.wait()
      } catch {
        isSpoiled = PQtransactionStatus(handle) == PQTRANS_ACTIVE
        throw error
      }
    }
    guard isOwed else { return }
    isOwed = false
    while let result = PQgetResult(handle) { PQclear(result) }
  }

  /// Ends a transaction of which nothing is kept.
  func abandon() {
    try? settle()
    if isWhole, isInTransaction { try? run("ROLLBACK") }
  }

  /// Lets the server forget every statement that it was taught.
  func forget() throws {
    guard !known.isEmpty else { return }
    try run("DEALLOCATE ALL")
    known = [:]
  }

  private func taught(_ text: String, _ types: [UInt32]) throws -> String {
    try settle()
    if let name = known[text] { return name }
    if known.count >= Self.most { try forget() }
    let name = "kith_\(known.count)"
    _ = try taken(PQprepare(handle, name, text, Int32(types.count), types), text)
    known[text] = name
    return name
  }

  private func taken(_ result: OpaquePointer?, _ text: String) throws -> PostgreSQLAnswer {
    guard let result else { throw failure(text) }
    switch PQresultStatus(result) {
    case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: return PostgreSQLAnswer(result)
    default:
      defer { PQclear(result) }
      throw PostgreSQLFailure(result, text)
    }
  }

  private func failure(_ text: String) -> PostgreSQLFailure {
    PostgreSQLFailure(on: handle, text)
  }

  /// A message of several lines in one.
  static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { String($0) }.joined(separator: " ")
  }
}

extension PostgreSQLParameters {
  /// The pointers, lengths and formats as the library of the server wants them.
  fileprivate func withPointers<T>(
    _ body: (
      UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
    ) -> T
  ) -> T {
    // An empty text still has to lie somewhere: no address at all would mean that there is none.
    (bytes.isEmpty ? [0] : bytes).withUnsafeBytes { raw in
      let base = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      let values = places.map { place in
        place.flatMap { place in base.map { UnsafePointer($0 + place.lowerBound) } }
      }
      let lengths = places.map { Int32($0?.count ?? 0) }
      let formats = [Int32](repeating: 1, count: places.count)
      return body(values, lengths, formats)
    }
  }
}
