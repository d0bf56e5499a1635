import Foundation
public import Practice

/// What came of putting a backup back beside the store that it was made from.
public struct Drilled: Sendable {
  public internal(set) var restoring: Duration = .zero
  public internal(set) var verifying: Duration = .zero
  public internal(set) var tellings = 0
  public internal(set) var made = Instant(microseconds: 0)
  public internal(set) var sealsChecked = false
  /// Tellings of the store that came after the backup: what would be gone if it were put back now.
  public internal(set) var lost = 0
  public internal(set) var findings: [String] = []

  public var ok: Bool { findings.isEmpty }
}

extension Store {
  /// Puts a backup back into a place of its own, checks it as a store is checked, compares it with
  /// this store, and removes it again whatever comes of it. This store is only read.
  /// - Parameters:
  ///   - folder: made for it, with rights for its owner alone; what an earlier drill left there when
  ///     it was killed is removed.
  ///   - more: checks of what the chapters keep for speed.
  /// - Throws: `ArchiveRefusal` or `StoreRefusal` where the backup could not be put back at all.
  public func drill(
    _ backup: String, key: BackupKey, in folder: String, now: Instant,
    more: @Sendable (Store) async throws -> [String],
    progress: @escaping @Sendable (_ tellings: Int) -> Void
  ) async throws -> Drilled {
    let manager = FileManager.default
    let turn = Glibc.open(folder + ".lock", O_RDWR | O_CREAT, 0o600)
    guard turn >= 0 else { throw StoreRefusal(errno, folder) }
    defer { Glibc.close(turn) }
    guard flock(turn, LOCK_EX | LOCK_NB) == 0 else { throw StoreRefusal.busy }
    defer { unlink(folder + ".lock") }
    try? manager.removeItem(atPath: folder)
    defer { try? manager.removeItem(atPath: folder) }
    try Self.makeFolder(folder)
    let place = URL(fileURLWithPath: folder).appendingPathComponent("kith.db").path
    var drilled = Drilled()
    let clock = ContinuousClock()
    let seals = try KeyFile.existing(beside: keeping)
    var filled: Filled?
    drilled.restoring = try await clock.measure {
      filled = try await Self.restore(
        backup, key: key, to: place, schema: schema, seals: seals, now: now,
        deriving: { _, _ in }, progress: progress)
    }
    guard let filled else { return drilled }
    drilled.tellings = filled.found.tellings
    drilled.made = filled.found.manifest.made
    drilled.sealsChecked = filled.found.sealsChecked
    drilled.verifying = try await clock.measure {
      let restored = try await Store.inspect(at: place, schema: schema, isResting: true)
      defer { try? restored.close() }
      drilled.findings += try await restored.verify(progress: progress).findings
      drilled.findings += try await more(restored)
    }
    let (lost, findings) = try await compared(with: filled.heads)
    drilled.lost = lost
    drilled.findings += findings
    return drilled
  }

  /// How many tellings this store has beyond `heads`, and where its chains do not go on from them.
  func compared(with heads: [Head]) async throws -> (lost: Int, findings: [String]) {
    let mine = try await self.heads()
    let numbers = try await authorities()
    return try await read { reading in
      var lost = 0
      var findings: [String] = []
      for head in mine {
        let before = heads.first { $0.authority == head.authority }
        lost += max(0, head.telling - (before?.telling ?? 0))
      }
      for head in heads {
        guard let number = numbers.first(where: { $0.code == head.authority })?.number else {
          findings.append("The store holds nothing of authority \(head.authority).")
          continue
        }
        let seal = try reading.first(
          "SELECT seal FROM telling WHERE authority = \(number) AND seq = \(head.telling)"
        ) { $0.bytes(0) }
        if seal == nil {
          findings.append(
            "The store's chain of \(head.authority) ends before telling \(head.telling), which the "
              + "backup holds.")
        } else if seal != head.seal {
          findings.append(
            "The store's seal of telling \(head.telling) of \(head.authority) is not the backup's: "
              + "they tell two different pasts.")
        }
      }
      return (lost, findings)
    }
  }
}
