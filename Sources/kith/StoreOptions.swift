import ArgumentParser
import Foundation
import Office
import Practice
import Store

/// Which store, and whose records in it.
struct StoreOptions: ParsableArguments {
  @Option(help: "The store: \(Store.howToName). Default: kith.db in the data folder.")
  var store: String?

  @Option(help: "The data folder. Default: data.")
  var data = "data"

  @Option(help: "The authority's three-digit code, where the store holds several.")
  var authority: String?

  var location: String {
    store ?? URL(fileURLWithPath: data).appendingPathComponent("kith.db").path
  }

  /// Opens the store, which has to be there.
  func open() async throws -> Store {
    try isThere()
    return try await Store.open(at: location, keeping: data, schema: Record.schema, now: .now)
  }

  /// Opens the store for reading alone; nothing of it or beside it changes. A store that nobody has
  /// open, such as a backup, has no log beside it, and is read even where nothing may be written.
  func inspect() async throws -> Store {
    try isThere()
    return try await Store.inspect(
      at: location, keeping: data, schema: Record.schema, isResting: isResting)
  }

  /// Opens the store; one that may not be written to is opened for reading alone, and `bar` says why.
  func openOrInspect() async throws -> (store: Store, bar: StoreRefusal?) {
    do {
      return (try await open(), nil)
    } catch let bar as StoreRefusal {
      guard case .barred = bar, let store = try? await inspect() else { throw bar }
      return (store, bar)
    }
  }

  /// True where nobody has the store open: it has no log beside it.
  var isResting: Bool { !FileManager.default.fileExists(atPath: location + "-wal") }

  /// Opens the store, or makes it and its folder.
  func openOrMake() async throws -> Store {
    let folder = isServer ? data : (location as NSString).deletingLastPathComponent
    if !folder.isEmpty { try Store.makeFolder(folder) }
    return try await Store.open(at: location, keeping: data, schema: Record.schema, now: .now)
  }

  /// The location as it may be shown: without a password.
  var shown: String { Store.shown(location) }

  /// Beside what the keys are: the file, or anything in the data folder.
  var beside: String {
    isServer ? URL(fileURLWithPath: data).appendingPathComponent("server").path : location
  }

  /// True for the address of a server, whose store no file shows.
  var isServer: Bool { location.contains("://") }
}

extension StoreOptions {
  private func isThere() throws {
    if let bar = Store.barToReading(location) { throw bar }
    guard isServer || FileManager.default.fileExists(atPath: location) else {
      throw NoStore(location: location)
    }
  }
}

struct NoStore: Refusal {
  let location: String
  var what: String { "There is no store at \(location)." }
  var why: String { "Nobody has made it yet, or it is somewhere else." }
  var remedy: String {
    "Say where with `--store PATH`, make the demonstration with `kith demo`, or begin your own "
      + "with `kith authority add CODE NAME`."
  }
}

extension Instant {
  /// The machine's clock, asked here and nowhere below.
  static var now: Instant {
    Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
  }
}
