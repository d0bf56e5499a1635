import Foundation
import Ground
import Office
import Practice
import Returns
import Store
import Testing

/// The machine fails in the middle: what was acknowledged is there, what was not is not half there.
@Suite(.serialized, .enabled(if: Ground.isFile)) struct FaultTests {
  /// The program itself, beside the tests.
  private static let program = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("kith")

  private func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  @Test func anImportKilledAtAnyMomentKeepsWholeFilesOrNothing() async throws {
    let council = try await HandedOver()
    defer { council.remove() }
    let out = council.folder.appendingPathComponent("large").path
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    let rows = try CareReturnOfTown.write(children: 3000, to: out)
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(seed)
    // Rounds in which the program had got as far as a store; `./test --faults` tries more.
    var begun = 0
    let rounds = ProcessInfo.processInfo.environment["KITH_FAULTS"] == nil ? 6 : 60
    for round in 0..<rounds {
      let path = council.folder.appendingPathComponent("killed-\(round).db").path
      let process = try start(
        ["import", "ssda903", out, "--year", "2026", "--authority", "846", "--store", path])
      try await Task.sleep(for: .milliseconds(Int.random(in: 150...2500, using: &random)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      guard FileManager.default.fileExists(atPath: path) else { continue }
      begun += 1
      let store = try await Store.open(at: path, schema: Record.schema, now: HandedOver.morning)
      let check = try await store.verify()
      #expect(check.ok, "seed \(seed), round \(round): \(check.findings)")
      // What was kept is whole files; the rest can be handed over as if nothing had happened.
      let tenures = try await store.read { try $0.count("SELECT count(*) FROM tenure") }
      #expect(tenures == 0 || tenures == rows, "seed \(seed), round \(round)")
      try store.close()
      let again = try start(
        ["import", "ssda903", out, "--year", "2026", "--authority", "846", "--store", path])
      again.waitUntilExit()
      #expect(again.terminationStatus == 0)
      let whole = try await Store.open(at: path, schema: Record.schema, now: HandedOver.morning)
      #expect(try await whole.read { try $0.count("SELECT count(*) FROM tenure") } == rows)
      #expect(try await whole.verify().ok)
    }
    #expect(begun > 0, "seed \(seed): the program was killed before it began, each time")
  }

  /// Needs the right to mount a small disk: it is tried where the tests run as root.
  @Test(.enabled(if: getuid() == 0)) func aFullDiskIsSaidPlainlyAndNothingIsHalfKept() async throws
  {
    let council = try await HandedOver()
    defer { council.remove() }
    let disk = council.folder.appendingPathComponent("disk").path
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    guard try run("/bin/mount", ["-t", "tmpfs", "-o", "size=1500k", "tmpfs", disk]) == 0 else {
      return
    }
    defer { _ = try? run("/bin/umount", ["-l", disk]) }
    let store = try await Store.open(
      at: disk + "/kith.db", schema: Record.schema, now: HandedOver.morning)
    let authority = try await store.addAuthority(
      code: "846", name: "Marlhaven", now: HandedOver.morning)
    let run = ImportRun(
      store: store, authority: authority, teller: "Wei Chen", now: HandedOver.morning)
    let header =
      "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
      + (1...20_000).map { "\($0),F,04/05/2012,WBRI,UN1,," }.joined(separator: "\n")
    await #expect(throws: StoreRefusal.full) {
      _ = try await run.ssda903(
        [.bytes(Array(header.utf8), name: "header.csv")], year: CollectionYear(2026)!)
    }
    #expect(try await store.read { try $0.count("SELECT count(*) FROM person") } == 0)
    // Room again, and the same file goes in.
    #expect(try self.run("/bin/mount", ["-o", "remount,size=200m", disk]) == 0)
    let report = try await run.ssda903(
      [.bytes(Array(header.utf8), name: "header.csv")], year: CollectionYear(2026)!)
    #expect(report.isGood)
    #expect(try await store.verify().ok)
    try store.close()
  }

  private func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

/// The same draws from the same seed, so that a failing round can be run again.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
