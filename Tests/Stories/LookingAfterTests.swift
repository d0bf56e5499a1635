import Foundation
import Ground
import Office
import Practice
import Store
import Testing

/// Whoever looks after the machine: backups, putting them back, and what goes wrong on the way.
@Suite(.serialized, .enabled(if: Ground.isFile)) struct LookingAfterTests {
  private struct House {
    let folder: URL
    var store: String { folder.appendingPathComponent("data/kith.db").path }
    func place(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// A made-up service, made once for all these stories and copied for each.
    private static let town: URL = {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "kith-town-\(UUID().uuidString)")
      _ = try? Program.run(
        ["demo", "--families", "60", "--store", folder.appendingPathComponent("kith.db").path])
      atexit { try? FileManager.default.removeItem(at: House.town) }
      return folder
    }()

    init() throws {
      folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "kith-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: Self.town, to: folder.appendingPathComponent("data"))
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func there(_ name: String) -> Bool { FileManager.default.fileExists(atPath: place(name)) }

    func names(in name: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: place(name)).sorted()
    }
  }

  @discardableResult
  private func kith(_ arguments: String...) throws -> (code: Int32, out: String, error: String) {
    try Program.run(arguments)
  }

  @Test func anInstallationIsKeptLostAndPutBackWithItsAccounts() async throws {
    let house = try House()
    defer { house.remove() }
    let first = try kith("backup", "--into", house.place("backups"), "--store", house.store)
    #expect(first.code == 0, "\(first.error)")
    #expect(first.error.contains("Keep a copy of it away from the backups"))
    #expect(try kith("backup", house.place("one.kith"), "--store", house.store).error.isEmpty)
    let drill = try kith(
      "drill", "--backups", house.place("backups"), "--store", house.store, "--json")
    #expect(drill.code == 0, "\(drill)")
    #expect(drill.out.contains("\"lost_tellings\" : 0") && drill.out.contains("\"ok\" : true"))
    let whole = try kith("verify", "--json", "--store", house.store)
    // The disk is lost; the two keys were kept elsewhere.
    try FileManager.default.createDirectory(
      atPath: house.place("new"), withIntermediateDirectories: true)
    for key in ["kith.key", "kith-backup.key"] {
      try FileManager.default.moveItem(
        atPath: house.place("data/\(key)"), toPath: house.place("new/\(key)"))
    }
    try FileManager.default.removeItem(atPath: house.place("data"))
    let back = try kith("restore", house.place("one.kith"), "--store", house.place("new/kith.db"))
    #expect(back.code == 0, "\(back.error)")
    let check = try kith("verify", "--json", "--store", house.place("new/kith.db"))
    #expect(check.code == 0)
    #expect(check.out == whole.out, "the same tellings, facts, head and seals")
    let store = try await Store.inspect(at: house.place("new/kith.db"), schema: Record.schema)
    #expect(try await store.read { try $0.count("SELECT count(*) FROM account") } > 0)
    #expect(try await store.read { try $0.count("SELECT count(*) FROM session") } == 0)
    try store.close()
    // No word of the record, and neither key, stands in the backup.
    let bytes = try Data(contentsOf: URL(fileURLWithPath: house.place("one.kith")))
    for word in ["Marlhaven", "social worker", "RecordEncounter"] {
      #expect(bytes.range(of: Data(word.utf8)) == nil)
    }
  }

  @Test func upToAnInstantNamesAreFoundAsTheyWereThen() async throws {
    let house = try House()
    defer { house.remove() }
    #expect(try kith("backup", house.place("b.kith"), "--store", house.store).code == 0)
    let key = house.place("data/kith-backup.key")
    let before = try kith(
      "restore", house.place("b.kith"), "--store", house.place("then/kith.db"), "--key-file", key,
      "--until", "2021-06-30T12:00:00Z")
    #expect(before.code == 0, "\(before.error)")
    let check = try kith("verify", "--json", "--store", house.place("then/kith.db"))
    #expect(check.code == 0, "\(check.out)")
    let (then, now) = (
      try await count(house.place("then/kith.db")), try await count(house.store)
    )
    #expect(then.tellings > 0 && then.tellings < now.tellings)
    #expect(then.words > 0 && then.words < now.words)
    #expect(then.accounts == now.accounts)
    #expect(
      try kith("restore", house.place("b.kith"), "--until", "yesterday", "--key-file", key).code
        == 2)
  }

  private func count(_ path: String) async throws -> (tellings: Int, words: Int, accounts: Int) {
    let store = try await Store.inspect(at: path, schema: Record.schema)
    defer { try? store.close() }
    return try await store.read { reading in
      (
        try reading.count("SELECT count(*) FROM telling"),
        try reading.count("SELECT count(*) FROM name_word"),
        try reading.count("SELECT count(*) FROM account")
      )
    }
  }

  @Test func aDamagedBackupIsNamedToPeopleAndToPrograms() throws {
    let house = try House()
    defer { house.remove() }
    #expect(try kith("backup", house.place("b.kith"), "--store", house.store).code == 0)
    #expect(try kith("verify", house.place("b.kith"), "--store", house.store).code == 0)
    let path = URL(fileURLWithPath: house.place("b.kith"))
    var bytes = try Data(contentsOf: path)
    bytes[200] ^= 4
    try bytes.write(to: path)
    let json = try kith("verify", house.place("b.kith"), "--store", house.store, "--json")
    #expect(json.code == 1)
    #expect(json.out.contains("\"damaged_block\" : 1") && json.out.contains("\"ok\" : false"))
    let words = try kith("verify", house.place("b.kith"), "--store", house.store)
    #expect(words.code == 1 && words.error.contains("Block 1 of the backup"))
    let other = try kith("verify", house.store, "--store", house.store)
    #expect(other.code == 1 && other.error.contains("is not a backup of Kith"))
  }

  @Test func onTheDayWhenEverythingIsDownEachTeamHasItsPaper() throws {
    let house = try House()
    defer { house.remove() }
    let packed = try kith("pack", "--into", house.place("papers"), "--store", house.store)
    #expect(packed.code == 0, "\(packed)")
    let run = try #require(try house.names(in: "papers").first)
    let papers = try house.names(in: "papers/\(run)")
    #expect(papers.contains { $0.hasSuffix("-kingfisher-pod.kithpaper") }, "\(papers)")
    for name in papers {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: house.place("papers/\(run)/\(name)")))
      #expect(bytes.range(of: Data("Kingfisher".utf8)) == nil)
    }
    // The server and the store are gone; the key was kept.
    let key = house.place("kept.key")
    try FileManager.default.moveItem(atPath: house.place("data/kith-backup.key"), toPath: key)
    try FileManager.default.removeItem(atPath: house.place("data"))
    let pod = try #require(papers.first { $0.contains("kingfisher") })
    let opened = try kith(
      "unpack", house.place("papers/\(run)/\(pod)"), "--to", house.place("pod.html"),
      "--key-file", key)
    #expect(opened.code == 0, "\(opened)")
    let page = try String(contentsOfFile: house.place("pod.html"), encoding: .utf8)
    for words in [
      "Kingfisher Pod", "Amara Osei", "Leo", "Alongside now", "Who to ask to visit",
      "Reviews due by", "Children whom nobody has seen for four weeks",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    // It is read where no page of Kith can be reached, and printed, which opens nothing.
    #expect(!page.contains("<a "))
    let folds = page.components(separatedBy: "<details").dropFirst()
    #expect(!folds.isEmpty && folds.allSatisfy { $0.hasPrefix(" open>") })
    // A family's headings stand beneath its name.
    #expect(page.contains("<h3>Who they are</h3>") && !page.contains("<h2>Who they are</h2>"))
    #expect(
      try FileManager.default.attributesOfItem(atPath: house.place("pod.html"))[.posixPermissions]
        as? Int == 0o600)
    // A paper is no backup, and a backup no paper.
    let other = try kith(
      "restore", house.place("papers/\(run)/\(pod)"), "--store", house.place("x/kith.db"),
      "--key-file", key)
    #expect(other.code == 1 && other.error.contains("is not a backup of Kith"))
  }

  @Test func killedAtAnyMomentNoHalfBackupAndNoHalfStoreIsLeft() throws {
    let house = try House()
    defer { house.remove() }
    #expect(try kith("backup", house.place("whole.kith"), "--store", house.store).code == 0)
    let key = house.place("data/kith-backup.key")
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(seed)
    let rounds = ProcessInfo.processInfo.environment["KITH_FAULTS"] == nil ? 8 : 80
    var killed = 0
    // Microseconds within which it is killed: fewer each time that it was done before.
    var most: UInt32 = 900_000
    for round in 0..<rounds {
      let isBackup = round % 2 == 0
      let target = house.place("out/\(round)/" + (isBackup ? "b.kith" : "kith.db"))
      try FileManager.default.createDirectory(
        atPath: house.place("out/\(round)"), withIntermediateDirectories: true)
      let arguments =
        isBackup
        ? ["backup", target, "--store", house.store]
        : ["restore", house.place("whole.kith"), "--store", target, "--key-file", key]
      let process = try Program.start(arguments)
      usleep(UInt32.random(in: most / 8...most, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { killed += 1 } else { most = most * 2 / 3 }
      // Whatever stands under its own name is whole; and the same can be done again.
      if FileManager.default.fileExists(atPath: target) {
        let check =
          isBackup ? ["verify", target, "--key-file", key] : ["verify", "--store", target]
        #expect(try Program.run(check).code == 0, "seed \(seed), round \(round)")
      } else {
        let again = try Program.run(arguments)
        #expect(again.code == 0, "seed \(seed), round \(round): \(again.error)")
      }
      #expect(
        try house.names(in: "out/\(round)").filter { $0.contains("unfinished") }.isEmpty
          || FileManager.default.fileExists(atPath: target), "seed \(seed), round \(round)")
    }
    #expect(killed > 0, "seed \(seed): each had ended before it was killed")
  }

  /// Needs the right to mount a small disk: it is tried where the tests run as root.
  @Test(.enabled(if: getuid() == 0)) func aFullDiskLeavesNeitherBackupNorStore() throws {
    let house = try House()
    defer { house.remove() }
    #expect(try kith("backup", house.place("whole.kith"), "--store", house.store).code == 0)
    let key = house.place("data/kith-backup.key")
    try FileManager.default.createDirectory(
      atPath: house.place("disk"), withIntermediateDirectories: true)
    guard
      try Program.run(
        ["-t", "tmpfs", "-o", "size=400k", "tmpfs", house.place("disk")], of: "/bin/mount"
      ).code == 0
    else { return }
    defer { _ = try? Program.run(["-l", house.place("disk")], of: "/bin/umount") }
    let backup = try kith("backup", house.place("disk/b.kith"), "--store", house.store)
    #expect(backup.code == 1 && backup.error.contains("the disk is full"), "\(backup)")
    let restore = try kith(
      "restore", house.place("whole.kith"), "--store", house.place("disk/kith.db"), "--key-file",
      key)
    #expect(restore.code == 1 && restore.error.contains("the disk is full"), "\(restore)")
    #expect(try house.names(in: "disk").isEmpty)
    #expect(try kith("verify", "--store", house.store).code == 0)
  }
}
