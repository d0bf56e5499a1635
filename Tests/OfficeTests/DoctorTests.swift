import Foundation
import Ground
import Practice
import Store
import Testing

@testable import Office

/// The doctor looks a store over, and each thing that is not as it should be is found by its check.
@Suite(.enabled(if: Ground.isFile, "about files")) struct DoctorTests {
  private func bench() async throws -> DoorBench {
    let bench = try await DoorBench()
    try await bench.tellSomething()
    try await bench.store.anchor(now: DoorBench.morning)
    try bench.set(mode: 0o700, of: "")
    return bench
  }

  private func look(
    _ bench: DoorBench, backups: String? = nil, now: Instant = DoorBench.morning,
    zones: String = "/usr/share/zoneinfo"
  ) async -> [Finding] {
    let location = bench.store.location
    return await Examination(of: location, backups: backups, now: now, zones: zones) {
      try await Store.inspect(at: location, schema: Record.schema)
    }.findings()
  }

  private func wrong(_ findings: [Finding]) -> [String] {
    findings.filter { $0.severity == .wrong }.map(\.about)
  }

  private func worrying(_ findings: [Finding]) -> [String] {
    findings.filter { $0.severity != .good }.map(\.about)
  }

  @Test func aStoreThatIsWellHasNothingToLookAtButItsBackups() async throws {
    let bench = try await bench()
    defer { bench.remove() }
    let findings = await look(bench)
    #expect(worrying(findings.filter { $0.about != "disk" }) == ["backups"])
    #expect(Set(findings.map(\.about)) == Set(Check.all.map(\.about)))
    for finding in findings {
      #expect(finding.sentence.hasSuffix("."), "\(finding.sentence)")
      #expect((finding.remedy == nil) == (finding.severity == .good))
    }
  }

  @Test func aLostKeyAndOneThatOthersMayReadAreWrong() async throws {
    let bench = try await bench()
    defer { bench.remove() }
    try bench.set(mode: 0o644, of: "kith.key")
    #expect(wrong(await look(bench)) == ["key of the seals"])
    try bench.set(mode: 0o600, of: "kith.key")
    #expect(wrong(await look(bench)).isEmpty)
    try Data("no key".utf8).write(to: bench.folder.appendingPathComponent("kith.key"))
    #expect(wrong(await look(bench)).contains("key of the seals"))
    try FileManager.default.removeItem(at: bench.folder.appendingPathComponent("kith.key"))
    #expect(wrong(await look(bench)) == ["key of the seals"])
  }

  @Test func aKeyOfTheDoorThatOthersMayReadOrThatIsNoneIsWrong() async throws {
    let bench = try await bench()
    defer { bench.remove() }
    _ = try DoorKey.existingOrMade(beside: bench.store.location)
    #expect(wrong(await look(bench)).isEmpty)
    try bench.set(mode: 0o644, of: "kith-door.key")
    #expect(wrong(await look(bench)) == ["key of the door"])
    try bench.set(mode: 0o600, of: "kith-door.key")
    try Data("no key".utf8).write(to: bench.folder.appendingPathComponent("kith-door.key"))
    #expect(wrong(await look(bench)) == ["key of the door"])
  }

  @Test func aHeadThatIsNotInTheChainIsWrongAndNoneAtAllIsToBeLookedAt() async throws {
    let bench = try await bench()
    defer { bench.remove() }
    let path = bench.store.location + ".heads"
    let anchored = try String(contentsOfFile: path, encoding: .utf8)
    for other in [
      "846 1 \(String(repeating: "0", count: 64)) then\n",
      "846 2 \(String(repeating: "0", count: 64)) then\n",
      "847 1 \(anchored.split(separator: " ")[2]) then\n",
    ] {
      try other.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(wrong(await look(bench)) == ["anchored heads"], "\(other)")
    }
    try FileManager.default.removeItem(atPath: path)
    #expect(worrying(await look(bench)).contains("anchored heads"))
    try anchored.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(!worrying(await look(bench)).contains("anchored heads"))
  }

  @Test func aClockBehindTheNewestTellingIsWrong() async throws {
    let bench = try await bench()
    defer { bench.remove() }
    #expect(wrong(await look(bench, now: DoorBench.morning + -59)).isEmpty)
    #expect(wrong(await look(bench, now: DoorBench.morning + -61)) == ["clock"])
    #expect(wrong(await look(bench, now: Instant(microseconds: 0))) == ["clock"])
    #expect(worrying(await look(bench, zones: "/nowhere")).contains("time zone"))
  }

  @Test func aStoreOfANewerKithAndAFileThatIsNoneAreWrong() async throws {
    let bench = try await bench()
    defer { bench.remove() }
    _ = try await bench.store.write { try $0.run("INSERT INTO schema_version VALUES (999, 0)") }
    let newer = await look(bench)
    #expect(wrong(newer).contains("store"))
    #expect(newer.contains { $0.sentence.contains("999") && $0.remedy?.contains("newer") == true })
    try bench.store.close()
    try Data("a letter".utf8).write(to: URL(fileURLWithPath: bench.store.location))
    #expect(wrong(await look(bench)).contains("store"))
  }

  @Test func aBackupGrowsOld() async throws {
    let bench = try await bench()
    defer { bench.remove() }
    let folder = bench.folder.appendingPathComponent("backups")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    #expect(wrong(await look(bench, backups: folder.path)) == ["backups"])
    for (hours, severity) in [
      (0, Finding.Severity.good), (25, .good), (27, .look), (71, .look), (73, .wrong),
    ] {
      let file = BackupFolder(folder.path).place(for: DoorBench.morning + -hours * 3600)
      try Data("x".utf8).write(to: URL(fileURLWithPath: file))
      defer { try? FileManager.default.removeItem(atPath: file) }
      let found = await look(bench, backups: folder.path).first { $0.about == "backups" }
      #expect(found?.severity == severity, "\(hours) hours")
    }
  }

  @Test func whatOthersMayReadIsToBeLookedAt() async throws {
    let bench = try await bench()
    defer { bench.remove() }
    try bench.set(mode: 0o755, of: "")
    try bench.set(mode: 0o644, of: "kith.db")
    #expect(worrying(await look(bench)).contains("permissions"))
    try bench.set(mode: 0o600, of: "kith.db")
    #expect(!worrying(await look(bench)).contains("permissions"))
  }

  @Test func roomForTheStoreIsJudgedByItsSize() {
    #expect(Check.room(100 << 20, beside: 0).severity == .wrong)
    #expect(Check.room(500 << 20, beside: 0).severity == .look)
    #expect(Check.room(2 << 30, beside: 1 << 30).severity == .good)
    #expect(Check.room(2 << 30, beside: 3 << 30).severity == .look)
  }
}

extension DoorBench {
  fileprivate func set(mode: Int, of name: String) throws {
    let path = name.isEmpty ? folder.path : folder.appendingPathComponent(name).path
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }
}

/// Of a server's store the doctor says what can be known from here: no file of it, but its key.
@Suite(.enabled(if: !Ground.isFile, "about servers")) struct DoctorOfServersTests {
  @Test func aStoreOfAServerHasNoFileToLookAt() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    try await bench.tellSomething()
    try await bench.store.anchor(now: DoorBench.morning)
    let location = Ground.location(in: bench.folder)
    let findings = await Examination(of: location, backups: nil, now: DoorBench.morning) {
      try await Store.inspect(
        at: location, keeping: bench.folder.path, schema: Record.schema)
    }.findings()
    #expect(findings.filter { $0.severity != .good }.map(\.about) == ["backups"])
    #expect(Set(findings.map(\.about)).isDisjoint(with: ["disk", "permissions", "journal"]))
    #expect(findings.contains { $0.about == "key of the seals" })
  }
}
