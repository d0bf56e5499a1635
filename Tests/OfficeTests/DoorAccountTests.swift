import Foundation
import Practice
import Store
import Testing

@testable import Office

@Suite struct DoorAccountTests {
  @Test(arguments: [
    ("Leila Hassan", "short words", AccountRefusal.passwordTooShort(least: 12)),
    ("", "a password of theirs", .noName), (" \t", "a password of theirs", .noName),
    ("Le\u{7}ila", "a password of theirs", .noName),
    ("ama  BOATENG", "a password of theirs", .nameTaken("ama BOATENG")),
    ("Leila Van Hassan", "leila van hassan", .passwordIsName),
  ])
  func anAccountIsRefusedWithAReason(
    name: String, password: String, refusal: AccountRefusal
  ) async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    await #expect(throws: refusal) { try await bench.add(name, password) }
    #expect(refusal.why.utf8.last == UInt8(ascii: "."))
  }

  @Test func twelveCharactersAreEnoughInAnyScript() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    try await bench.add("ليلى حسن", "كلمة سر طويلة")
    #expect(try await bench.site.accounts.opened(by: "ليلى  حسن", "كلمة سر طويلة") != nil)
  }

  @Test func accentsMayBeComposedInEitherWay() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    try await bench.add("Zo\u{eb}", "caf\u{e9} au lait noir")
    let account = try await bench.site.accounts.opened(
      by: "Zoe\u{308}", "cafe\u{301} au lait noir")
    #expect(account?.name == "Zo\u{eb}")
  }

  @Test func whatIsKeptOfAPasswordDiffersForEachAccountAndIsNotThePassword() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    try await bench.add("Leila Hassan", DoorBench.password)
    let kept = try await bench.store.read { reading in
      try reading.all("SELECT salt, verifier FROM account") { ($0.bytes(0), $0.bytes(1)) }
    }
    #expect(Set(kept.map(\.0)).count == 2 && Set(kept.map(\.1)).count == 2)
    #expect(kept.allSatisfy { $0.0.count == 16 && $0.1.count == 32 })
  }

  @Test func theRealLockIsSlowOnPurpose() {
    #expect(PasswordLock.shared.rounds == 131_072)
  }

  @Test func onlySoManyMayWaitForTheLock() async throws {
    let lock = PasswordLock(rounds: 1 << 10, mostWaiting: 3)
    let refused = await withTaskGroup(of: Bool.self) { group in
      for _ in 1...50 {
        group.addTask {
          (try? await lock.verifier(of: "x", salt: [1], rounds: 1 << 10)) == nil
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(refused > 0)
    #expect(try await lock.verifier(of: "x", salt: [1], rounds: 16).count == 32)
  }

  @Test func theHeadsAreAnchoredAfterATimeOrManyTellings() {
    let start = DoorBench.morning
    var due = Upkeep.Due(since: start)
    let anchored = [(5, 0), (1004, 599), (1005, 1), (1005, 600), (1005, 601)].map {
      due.anchor(tellings: $0.0, now: start + $0.1)
    }
    #expect(anchored == [true, false, true, false, true])
    let ordered = [59, 60, 61, 119, 120].map { due.sessions(now: start + $0) }
    #expect(ordered == [false, true, false, false, true])
  }

  @Test func upkeepAnchorsWhereTheChainStands() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let number = bench.authority.number
    try await bench.store.write { writing in
      _ = try writing.tell(
        TellingRow(
          .importReturn, id: ID(high: 0x7000, low: 1 << 63), by: "test", recorded: DoorBench.morning
        ),
        authority: number, [])
    }
    await Upkeep(site: bench.site).turn()
    let files = try FileManager.default.contentsOfDirectory(
      at: bench.folder, includingPropertiesForKeys: nil)
    let heads = try #require(files.first { $0.pathExtension == "heads" })
    let anchored = try String(contentsOf: heads, encoding: .utf8)
    #expect(anchored.utf8.starts(with: "846 1 ".utf8))
  }
}
