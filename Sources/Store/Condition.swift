import Foundation
public import Practice

/// How a store is kept and how far it has come, for whoever looks after it.
public struct Condition: Sendable {
  /// The version of its schema.
  public let schema: Int
  /// How changes reach the disk, in the engine's own word; nil where a server sees to it.
  public let journal: String?
  /// True where that is as Kith keeps it.
  public let isKeptSafely: Bool
  public let tellings: Int
  /// When the newest telling of all was recorded.
  public let lastTold: Instant?
}

/// The newest head that was anchored of a chain, beside the telling that it is of.
public struct AnchoredHead: Sendable, Equatable {
  public enum Standing: Sendable { case same, other, missing }
  public let authority: String
  public let telling: Int
  public let standing: Standing
}

extension Store {
  /// Beside what its key and its anchored heads are kept.
  public var keptBeside: String { keeping }

  public func condition() async throws -> Condition {
    let journal = try await engine.journal()
    let standing = try await standingVersion()
    return try await read { reading in
      Condition(
        schema: standing, journal: journal, isKeptSafely: journal.map { $0 == "wal" } ?? true,
        tellings: try reading.count("SELECT count(*) FROM telling"),
        lastTold: try reading.first(
          "SELECT recorded FROM telling ORDER BY recorded DESC LIMIT 1"
        ) { $0.instant(0) })
    }
  }

  /// Whether the newest anchored head of each chain is still in it; empty where none was anchored.
  public func anchoredHeads() async throws -> [AnchoredHead] {
    let anchors = Anchor.read(beside: keeping)
    return try await read { reading in
      try anchors.sorted { $0.key < $1.key }.compactMap { code, heads in
        guard let last = heads.max(by: { $0.key < $1.key }) else { return nil }
        let seal = try reading.first(
          """
          SELECT t.seal FROM telling t JOIN authority a ON a.authority = t.authority
          WHERE a.code = \(code) AND t.seq = \(last.key)
          """
        ) { Head.hex($0.bytes(0)) }
        return AnchoredHead(
          authority: code, telling: last.key,
          standing: seal.map { $0 == last.value ? .same : .other } ?? .missing)
      }
    }
  }
}

extension KeyFile {
  /// Where the key of a store is looked for.
  public enum Place: Sendable, Equatable {
    /// In the environment, as `KITH_SEAL_KEY`.
    case environment
    case file(String)
  }

  public static func place(beside location: String) -> Place {
    let isSaid = ProcessInfo.processInfo.environment["KITH_SEAL_KEY"] != nil
    return isSaid ? .environment : .file(path(beside: location))
  }
}

extension Anchor {
  /// Where the heads of the store at `location` are written.
  public static func place(beside location: String) -> String { path(beside: location) }
}
