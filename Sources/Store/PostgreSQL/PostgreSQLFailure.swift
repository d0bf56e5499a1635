import CPostgreSQL

/// What the server said when it would not do a thing.
struct PostgreSQLFailure: Error, CustomStringConvertible {
  /// Five letters by which the server names the kind of failure.
  let code: String
  let message: String
  /// The constraint that was broken, where one was.
  let constraint: String
  let statement: String

  init(code: String, message: String, constraint: String, statement: String) {
    self.code = code
    self.message = message
    self.constraint = constraint
    self.statement = statement
  }

  init(_ result: OpaquePointer, _ statement: String) {
    func field(_ letter: Character) -> String {
      let code = Int32(letter.asciiValue ?? 0)
      return PQresultErrorField(result, code).map { String(cString: $0) } ?? ""
    }
    // What has no code comes from this side of the wire: nobody answers at the other end.
    let code = field("C")
    let words = code.isEmpty ? String(cString: PQresultErrorMessage(result)) : field("M")
    self.init(
      code: code.isEmpty ? "08006" : code, message: PostgreSQLConnection.line(words),
      constraint: field("n"), statement: statement)
  }

  /// What a connection says of itself.
  init(on handle: OpaquePointer, _ statement: String) {
    self.init(
      code: PQstatus(handle) == CONNECTION_OK ? "" : "08006",
      message: PostgreSQLConnection.line(String(cString: PQerrorMessage(handle))), constraint: "",
      statement: statement)
  }

  var description: String { "\(code) \(message) in: \(statement)" }

  /// True where the server has gone away, so that another connection may do better.
  var isGone: Bool {
    code.utf8.starts(with: "08".utf8) || code.utf8.starts(with: "57P0".utf8)
  }
}

extension StoreRefusal {
  /// The server's failure in the store's words; any other error as it is.
  static func translated(fromServer error: any Error) -> any Error {
    guard let failure = error as? PostgreSQLFailure else { return error }
    if failure.isGone { return StoreRefusal.unreachable("The server", failure.message) }
    switch failure.code {
    case "23505"
    where failure.constraint.utf8.reversed().starts(with: "_superseded".utf8.reversed()):
      return StoreRefusal.overtaken
    case "23505", "23503", "23514", "23502", "23001", "22P02", "22021", "22007", "22008":
      return StoreRefusal.againstTheRules(failure.message)
    case "42501":
      // A wall between authorities is a rule of the record; anything else is for the server's keeper.
      return failure.message.contains("row-level security")
        ? StoreRefusal.againstTheRules(failure.message) : .noRight(failure.message)
    case "53100": return StoreRefusal.full
    case "25006": return StoreRefusal.readOnly
    case "53300", "55P03", "57014", "40001", "40P01": return StoreRefusal.busy
    case "XX001", "XX002": return StoreRefusal.damaged(failure.message)
    default: return StoreRefusal.failed(failure.description)
    }
  }
}
