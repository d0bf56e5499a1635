import Foundation

extension Store {
  /// A location without its password.
  public static func shown(_ location: String) -> String {
    (try? Place(location, keeping: "").shown) ?? location
  }

  /// How a store is named on the command line.
  public static let howToName = "the path of its file, or postgres://USER@HOST/DATABASE"
}

/// Where a store is, by what was said on the command line: a file, or a database of a server.
struct Place {
  private let location: String
  /// What may be shown of it.
  let shown: String
  /// Beside what its key and the heads of its chains are kept.
  let keeping: String

  /// - Throws: `StoreRefusal.unreachable` where it is an address that cannot be read.
  init(_ location: String, keeping folder: String) throws {
    self.location = location
    if PostgreSQLAddress.isAddress(location) {
      let address = try PostgreSQLAddress(location)
      shown = address.shown
      keeping = URL(fileURLWithPath: folder).appendingPathComponent(address.database).path
    } else if location.contains("://") {
      throw StoreRefusal.unreachable(
        location, "A store is the path of a file or an address that begins with postgres://.")
    } else {
      (shown, keeping) = (location, location)
    }
  }

  var isServer: Bool { PostgreSQLAddress.isAddress(location) }

  func engine(_ schema: Schema) throws -> any Engine {
    isServer
      ? try PostgreSQLEngine(location, schema: schema, makes: true)
      : try SQLiteEngine(path: location)
  }

  func readingEngine(_ schema: Schema, isResting: Bool) throws -> any Engine {
    isServer
      ? try PostgreSQLEngine(location, schema: schema, makes: false, readOnly: true)
      : try SQLiteEngine(reading: location, isResting: isResting)
  }
}
