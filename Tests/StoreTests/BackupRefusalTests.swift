import Crypto
import Foundation
import GRDB
import Ground
import Practice
import Store
import Testing

/// What cannot be put back is said by name, and nothing is left where it should have gone.
@Suite(.enabled(if: Ground.isFile)) struct BackupRefusalTests {
  /// A backup of several blocks, since each holds a megabyte.
  private func bench() async throws -> BackupBench {
    let bench = try await BackupBench()
    var random = SystemRandomNumberGenerator()
    for number in 1...12 {
      let words = String(
        decoding: (0..<300_000).map { _ in UInt8.random(in: 97...122, using: &random) },
        as: UTF8.self)
      _ = try await bench.record.tell(UInt64(number), words)
    }
    _ = try await bench.backUp()
    return bench
  }

  /// Where each block begins, and the end.
  private func blocks(_ bytes: Data) -> [Int] {
    var starts = [68]
    while let start = starts.last, start + 5 <= bytes.count {
      let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      starts.append(start + 5 + length)
    }
    return starts
  }

  private func refusal(_ bench: BackupBench, _ bytes: Data) async throws -> ArchiveRefusal {
    try bench.write(bytes, "bad.kith")
    var said: ArchiveRefusal?
    do {
      _ = try await bench.restore("bad.kith", to: "target.db")
      Issue.record("it was put back")
    } catch let refusal as ArchiveRefusal { said = refusal }
    #expect(try bench.names("target.db").isEmpty)
    let refusal = try #require(said)
    #expect(throws: refusal) {
      try Store.check(
        bench.place("bad.kith"), key: bench.key, seals: nil, schema: SmallRecord.schema
      ) { _ in }
    }
    return refusal
  }

  @Test func aFlippedBitIsFoundWhereverItIsAndItsBlockNamed() async throws {
    let bench = try await bench()
    defer { bench.remove() }
    let whole = try bench.bytes()
    let starts = blocks(whole)
    #expect(starts.count > 3 && starts.last == whole.count)
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seed(seed)
    for _ in 0..<25 {
      let place = Int.random(in: 0..<whole.count, using: &random)
      var flipped = whole
      flipped[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      let said = try await refusal(bench, flipped)
      let block = starts.lastIndex { $0 <= place }.map { $0 + 1 }
      if place < 68 {
        #expect(said.block == nil, "seed \(seed), byte \(place): \(said)")
      } else {
        // A length that was altered may also look like a file cut off within that block.
        #expect(said.block == block, "seed \(seed), byte \(place): \(said)")
      }
    }
  }

  @Test func aCutBackupIsRefusedWhereverItWasCut() async throws {
    let bench = try await bench()
    defer { bench.remove() }
    let whole = try bench.bytes()
    let path = bench.place("bad.kith")
    let starts = blocks(whole)
    for (place, start) in starts.enumerated().dropLast() {
      #expect(try await refusal(bench, whole.prefix(start)) == .cut(path, after: place))
      #expect(try await refusal(bench, whole.prefix(start + 3)) == .cut(path, after: place))
      #expect(try await refusal(bench, whole.prefix(start + 99)) == .cut(path, after: place))
    }
    #expect(try await refusal(bench, whole.prefix(40)) == .cut(path, after: 0))
    #expect(try await refusal(bench, Data()) == .notABackup(path))
  }

  @Test func blocksThatWereExchangedRepeatedLeftOutOrAddedAreFound() async throws {
    let bench = try await bench()
    defer { bench.remove() }
    let whole = try bench.bytes()
    let starts = blocks(whole)
    let header = whole.prefix(68)
    let parts = zip(starts, starts.dropFirst()).map { Data(whole[$0..<$1]) }
    func joined(_ order: [Int]) -> Data { order.reduce(Data(header)) { $0 + parts[$1] } }
    let all = Array(parts.indices)
    #expect(joined(all) == whole)
    #expect(try await refusal(bench, joined([1, 0] + all.dropFirst(2))).block == 1)
    #expect(try await refusal(bench, joined([0, 0] + all.dropFirst())).block == 2)
    #expect(try await refusal(bench, joined([0] + all.dropFirst(2))).block == 2)
    #expect(try await refusal(bench, joined(all + [0])).block == parts.count + 1)
    // A whole block of another backup under the same key, at its own place.
    _ = try await bench.backUp("other.kith")
    let other = try bench.bytes("other.kith")
    let second = Data(other[blocks(other)[1]..<blocks(other)[2]])
    let mixed = header + parts[0] + second + parts.dropFirst(2).reduce(Data(), +)
    #expect(try await refusal(bench, mixed).block == 2)
  }

  @Test func anotherKeyNoKeyAndAnotherFileAreToldApart() async throws {
    let bench = try await bench()
    defer { bench.remove() }
    let other = try BackupKey.existingOrMade(file: bench.place("other.key")).key
    await #expect(throws: ArchiveRefusal.wrongKey(bench.place("backup.kith"))) {
      try await bench.restore(key: other)
    }
    #expect(throws: ArchiveRefusal.noKey(bench.place("no.key"))) {
      _ = try BackupKey.existing(file: bench.place("no.key"))
    }
    try bench.write(Data("0123".utf8), "short.key")
    #expect(throws: ArchiveRefusal.noKey(bench.place("short.key"))) {
      _ = try BackupKey.existing(file: bench.place("short.key"))
    }
    await #expect(throws: ArchiveRefusal.notABackup(bench.record.path)) {
      try await bench.restore("kith.db")
    }
    await #expect(throws: StoreRefusal.cannotOpen(bench.place("none.kith"))) {
      try await bench.restore("none.kith")
    }
    #expect(try bench.names("restored.db").isEmpty)
    let rights = try FileManager.default.attributesOfItem(atPath: bench.place("other.key"))
    #expect(rights[.posixPermissions] as? Int == 0o600)
  }

  @Test func aBackupOfANewerFormatIsRefusedBeforeItIsOpened() async throws {
    let bench = try await BackupBench()
    defer { bench.remove() }
    _ = try await bench.backUp()
    var bytes = try bench.bytes()
    bytes[11] = 2
    // The sum in the clear as a newer Kith would write it; what comes before it is not opened.
    bytes.replaceSubrange(64..<68, with: Array(SHA256.hash(data: bytes.prefix(64))).prefix(4))
    let path = bench.place("bad.kith")
    #expect(try await refusal(bench, bytes) == .newerFormat(path, found: 2, known: 1))
  }

  @Test func aPlaceThatIsTakenIsLeftAsItIs() async throws {
    let bench = try await BackupBench()
    defer { bench.remove() }
    _ = try await bench.record.tell(1, "come on Thursday")
    _ = try await bench.backUp()
    await #expect(throws: StoreRefusal.alreadyThere(bench.record.path)) {
      try await bench.restore(to: "kith.db")
    }
    await #expect(throws: StoreRefusal.alreadyThere(bench.place("backup.kith"))) {
      _ = try await bench.backUp()
    }
    try bench.write(Data("the log of another store".utf8), "restored.db-wal")
    await #expect(throws: StoreRefusal.alreadyThere(bench.place("restored.db-wal"))) {
      try await bench.restore()
    }
    #expect(try bench.names("restored.db") == ["restored.db-wal"])
    #expect(try await bench.record.words() == ["come on Thursday"])
  }

  @Test func aBackupOfAnAlteredStoreIsNotPutBack() async throws {
    let bench = try await BackupBench()
    defer { bench.remove() }
    for number in 1...9 { _ = try await bench.record.tell(UInt64(number), "promise \(number)") }
    let db = try DatabaseQueue(path: bench.record.path)
    try await db.write { db in
      try db.execute(sql: "DROP TRIGGER promise_refuses_update")
      try db.execute(sql: "UPDATE promise SET words = 'never said' WHERE telling = 4")
    }
    _ = try await bench.backUp()
    let found = try Store.check(
      bench.place("backup.kith"), key: bench.key, seals: nil, schema: SmallRecord.schema
    ) { _ in }
    #expect(found.broken.map(\.telling) == [4])
    await #expect(throws: ArchiveRefusal.broken(found.broken[0])) { try await bench.restore() }
    #expect(try bench.names("restored.db").isEmpty)
    // What came before it can still be had.
    #expect(try await bench.restore(until: SmallRecord.morning + 3).heads.map(\.telling) == [3])
    // And where a row is gone, no backup is made of the rest.
    try await db.write { db in
      try db.execute(sql: "DROP TRIGGER witness_refuses_delete")
      try db.execute(sql: "DELETE FROM witness WHERE telling = 7")
    }
    await #expect(throws: ArchiveRefusal.self) { _ = try await bench.backUp("second.kith") }
    #expect(try bench.names("second.kith").isEmpty)
  }
}

private struct Seed: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
