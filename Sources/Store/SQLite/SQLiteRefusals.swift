import GRDB
import Practice

extension StoreRefusal {
  init(opening path: String, _ error: any Error) {
    guard let error = error as? DatabaseError else {
      self = .failed("\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .notAStore(path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_READONLY:
      // Reading needs the files of the log, which have to be made where they are missing.
      self =
        Rights.bar(to: path, writing: false) ?? Rights.bar(to: path, writing: true)
        ?? .cannotOpen(path)
    case .SQLITE_FULL: self = .full
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    default: self = .failed(error.description)
    }
  }

  /// What an error says, for a finding.
  static func words(for error: any Error) -> String {
    if let error = error as? DatabaseError { return error.message ?? "\(error.resultCode)" }
    return (error as? any Refusal)?.why ?? "\(error)"
  }

  /// The engine's error in the store's words; any other error as it is.
  static func translated(_ error: any Error) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    switch error.resultCode {
    case .SQLITE_CONSTRAINT:
      let message = error.message ?? ""
      if message.contains("supersedes") { return StoreRefusal.overtaken }
      return StoreRefusal.againstTheRules(message)
    case .SQLITE_FULL: return StoreRefusal.full
    case .SQLITE_READONLY: return StoreRefusal.readOnly
    case .SQLITE_BUSY, .SQLITE_LOCKED: return StoreRefusal.busy
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: return StoreRefusal.damaged(error.message ?? "")
    default: return StoreRefusal.failed(error.description)
    }
  }
}
