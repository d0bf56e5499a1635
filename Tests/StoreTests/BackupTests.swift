import Foundation
import Ground
import Practice
import Store
import Testing

@Suite struct BackupTests {
  @Test func aBackupTakenWhileOthersWriteRestoresToWholeTellings() async throws {
    let bench = try await BackupBench()
    defer { bench.remove() }
    for number in 1...50 { _ = try await bench.record.tell(UInt64(number), "before") }
    async let writing: Void = {
      for number in 51...120 { _ = try await bench.record.tell(UInt64(number), "during") }
    }()
    let manifest = try await bench.backUp()
    try await writing
    let filled = try await bench.restore()
    #expect(filled.heads == manifest.heads)
    #expect(filled.found.sealsChecked)
    let check = try await bench.open().verify()
    #expect(check.ok, "\(check.findings)")
    #expect(check.tellings == manifest.tellings)
    #expect(check.heads == manifest.heads)
    #expect((50...120).contains(check.tellings))
  }

  @Test func allKindsOfValuesComeBackAsTheyWere() async throws {
    let bench = try await BackupBench(KindsOfValues.schema)
    defer { bench.remove() }
    let authority = bench.record.authority.number
    let rows = KindsOfValues.rows
    try await bench.record.store.write { writing in
      _ = try writing.tell(SmallRecord.telling(1), authority: authority, rows)
    }
    let before = try await KindsOfValues.all(bench.record.store)
    #expect(before.count == rows.count)
    _ = try await bench.backUp()
    _ = try await bench.restore(schema: KindsOfValues.schema)
    let store = try await bench.open("restored.db", KindsOfValues.schema)
    #expect(try await KindsOfValues.all(store) == before)
    #expect(try await store.verify().ok)
  }

  @Test func moreRowsThanABlockHoldsComeBackInTheirOrder() async throws {
    let bench = try await BackupBench()
    defer { bench.remove() }
    let authority = bench.record.authority.number
    // One telling of more rows than are read at once, between two small ones.
    _ = try await bench.record.tell(1, "before")
    try await bench.record.store.write { writing in
      _ = try writing.tell(SmallRecord.telling(2, after: 2), authority: authority) { state in
        for number in 1...12_345 as ClosedRange<UInt64> {
          for fact in SmallRecord.promise(10_000 + number, "promise \(number)") { try state(fact) }
        }
      }
    }
    _ = try await bench.record.tell(3, "after")
    let manifest = try await bench.backUp()
    #expect(manifest.facts == 2 + 2 * 12_345 + 2)
    _ = try await bench.restore()
    let check = try await bench.open().verify()
    #expect(check.ok, "\(check.findings)")
    #expect(check.facts == manifest.facts)
  }

  @Test func nothingToldAndNoAuthorityAreKeptToo() async throws {
    let bench = try await BackupBench()
    defer { bench.remove() }
    #expect(try await bench.backUp().heads.isEmpty)
    #expect(try await bench.restore().heads.isEmpty)
    #expect(try await bench.open().authorities().map(\.code) == ["846"])
  }

  @Test func whatIsRestoredGoesOnUnderTheSameChain() async throws {
    let bench = try await BackupBench()
    defer { bench.remove() }
    _ = try await bench.record.tell(1, "come on Thursday")
    _ = try await bench.backUp()
    _ = try await bench.restore()
    let store = try await bench.open()
    let authority = bench.record.authority.number
    try await store.write { writing in
      let again = try writing.tell(
        SmallRecord.telling(1), authority: authority, SmallRecord.promise(1001, "come on Thursday"))
      #expect(again.already)
      _ = try writing.tell(
        SmallRecord.telling(2, after: 9), authority: authority,
        SmallRecord.promise(1002, "and Friday"))
    }
    let check = try await store.verify()
    #expect(check.ok, "\(check.findings)")
    #expect(check.sealsChecked && check.tellings == 2)
  }

  @Test func upToAnInstantNothingLaterComesBack() async throws {
    let bench = try await BackupBench()
    defer { bench.remove() }
    for number in 1...40 { _ = try await bench.record.tell(UInt64(number), "promise \(number)") }
    let manifest = try await bench.backUp()
    let filled = try await bench.restore(until: SmallRecord.morning + 25)
    #expect(filled.heads.map(\.telling) == [25])
    #expect(filled.found.manifest.heads == manifest.heads)
    let check = try await bench.open().verify()
    #expect(check.ok, "\(check.findings)")
    #expect(check.tellings == 25)
    await #expect(throws: ArchiveRefusal.beforeTheFirst(SmallRecord.morning)) {
      try await bench.restore(to: "early.db", until: SmallRecord.morning)
    }
    #expect(try bench.names("early.db").isEmpty)
  }

  @Test func aBackupOfAnEarlierSchemaGoesIntoTodaysStore() async throws {
    let bench = try await BackupBench()
    defer { bench.remove() }
    for number in 1...5 { _ = try await bench.record.tell(UInt64(number), "promise \(number)") }
    _ = try await bench.backUp()
    let later = Schema([
      SmallRecord.schema.versions[0],
      Schema.Version(
        2, creates: [Table("later", .fact, [Column("words", .text)])],
        adds: [
          ("promise", Column("kept", .day, optional: true)),
          ("witness", Column("since", .day, optional: true)),
        ]),
    ])
    _ = try await bench.restore(schema: later)
    let store = try await bench.open("restored.db", later)
    let check = try await store.verify()
    #expect(check.ok, "\(check.findings)")
    #expect(check.facts == 10)
    try store.close()
    // And the other way round it is refused.
    let new = try await Store.open(
      at: bench.place("new.db"), schema: later, now: SmallRecord.morning)
    _ = try await new.backup(
      to: bench.place("new.kith"), key: bench.key, now: SmallRecord.morning
    ) { _ in }
    await #expect(throws: ArchiveRefusal.newerSchema(found: 2, known: 1)) {
      try await bench.restore("new.kith", to: "old.db")
    }
    #expect(try bench.names("old.db").isEmpty)
  }

  @Test func aStoreIsMovedWithEqualHeadsAndTheOldOneStays() async throws {
    let bench = try await BackupBench()
    defer { bench.remove() }
    for number in 1...30 { _ = try await bench.record.tell(UInt64(number), "promise \(number)") }
    let target = bench.place("moved.db")
    let filled = try await bench.record.store.move(to: target, now: SmallRecord.morning) { _ in }
    #expect(try await bench.record.store.heads() == filled.heads)
    let moved = try await bench.open("moved.db")
    let check = try await moved.verify()
    #expect(check.ok, "\(check.findings)")
    #expect(check.heads == filled.heads)
    #expect(try await bench.record.store.verify().ok)
    await #expect(throws: StoreRefusal.alreadyThere(target)) {
      try await bench.record.store.move(to: target, now: SmallRecord.morning) { _ in }
    }
  }

  @Test func onlyTheNewestBackupsOfAFolderAreKept() async throws {
    let bench = try await BackupBench()
    defer { bench.remove() }
    let folder = try BackupFolder(making: bench.place("backups"))
    let notes = bench.place("backups/kith-notes.kith")
    try Data("not ours".utf8).write(to: URL(fileURLWithPath: notes))
    var made: [String] = []
    for hour in 1...5 {
      let instant = SmallRecord.morning + hour * 3600
      let place = folder.place(for: instant)
      _ = try await bench.record.store.backup(to: place, key: bench.key, now: instant) { _ in }
      made.append(place)
    }
    #expect(try folder.all().map(\.path) == made.reversed())
    #expect(Set(try folder.keep(newest: 2)) == Set(made.prefix(3)))
    #expect(try folder.all().map(\.path) == made.suffix(2).reversed())
    #expect(FileManager.default.fileExists(atPath: notes))
  }
}

/// A table with a column of each kind, full, empty, and at the ends of what each can hold.
private enum KindsOfValues {
  static let table = Table(
    "kinds", .fact,
    [
      Column("id_of", .id, optional: true), Column("count", .integer, optional: true),
      Column("share", .real, optional: true), Column("words", .text, optional: true),
      Column("raw", .bytes, optional: true), Column("on_day", .day, optional: true),
      Column("at", .instant, optional: true), Column("so", .flag, optional: true),
    ])
  static let schema = Schema([Schema.Version(1, creates: [table])])

  /// A file keeps any instant; a server those of the years that people write.
  static let earliest = Instant(microseconds: Ground.isFile ? .min : -62_135_596_800_000_000)
  static let latest = Instant(microseconds: Ground.isFile ? .max : 253_402_300_799_999_999)

  static let rows: [FactRow] = {
    let values: [[Bound]] = [
      [Bound](repeating: .null, count: 8),
      [
        .id(high: .max, low: 0), .integer(.max), .real(-0.1), .text("Zoë 👩‍👧 \"x\"\n"),
        .bytes([0, 255]),
        .day(Day(number: -700_000)), .instant(earliest), .flag(true),
      ],
      [
        .id(high: 0, low: .max), .integer(.min), .real(.greatestFiniteMagnitude), .text(""),
        .bytes([]), .day(Day(number: 800_000)), .instant(latest), .flag(false),
      ],
      [
        .id(high: 1, low: 1), .integer(-1), .real(0),
        .text(String(repeating: "long ", count: 700_000)),
        .bytes(Array(repeating: 7, count: 300_000)), .day(Day(number: 0)),
        .instant(Instant(microseconds: 0)), .flag(true),
      ],
    ]
    return values.enumerated().map { number, values in
      FactRow(table, id: SmallRecord.id(UInt64(number + 1)) as ID<Fact>, values)
    }
  }()

  static func all(_ store: Store) async throws -> [[String]] {
    try await store.read { reading in
      try reading.all(
        "SELECT id_of, count, share, words, raw, on_day, at, so FROM kinds ORDER BY id"
      ) { row in
        [
          row.isNull(0) ? "none" : "\(row.id(0) as ID<Fact>)", "\(row.isNull(1)) \(row.int(1))",
          "\(row.isNull(2)) \(row.real(2))", row.textIfAny(3) ?? "none",
          row.isNull(4) ? "none" : "\(row.bytes(4))", "\(row.isNull(5)) \(row.day(5).number)",
          "\(row.isNull(6)) \(row.instant(6).microseconds)", "\(row.isNull(7)) \(row.flag(7))",
        ]
      }
    }
  }
}
