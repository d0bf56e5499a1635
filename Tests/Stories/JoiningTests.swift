import Foundation
import Ground
import Practice
import Testing

/// Somebody joins the service, moves to another role, and leaves, by the hand of whoever looks after
/// Kith at the command line.
@Suite struct JoiningTests {
  private struct House {
    let folder: URL

    init() throws {
      folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "kith-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// What Kith says, without the end of its last line.
    func kith(_ words: String...) throws -> (code: Int32, out: String, error: String) {
      let done = try Program.run(
        words + ["--store", Ground.location(in: folder), "--data", folder.path])
      return (done.code, done.out.trimmingCharacters(in: .newlines), done.error)
    }
  }

  @Test func somebodyIsInvitedMovesAndLeaves() throws {
    let house = try House()
    defer { house.remove() }
    #expect(try house.kith("authority", "add", "846", "Seaford-on-Tees").code == 0)
    let link = try house.kith(
      "user", "invite", "Ama Boateng", "--role", "podManager", "--at", "https://kith.example/")
    #expect(link.code == 0, "\(link.error)")
    #expect(link.out.wholeMatch(of: /https:\/\/kith\.example\/welcome\?token=[0-9a-f]{64}/) != nil)
    #expect(try house.kith("user", "list").out == "Ama Boateng: pod manager, invited")

    #expect(try house.kith("user", "role", "ama boateng", "leader").code == 0)
    let asked = try house.kith("user", "factor", "--ask", "leader", "--ask", "analyst")
    for role in ["leader", "analyst"] {
      #expect(asked.out.contains("\(role): second step"), "\(role)")
    }
    #expect(asked.out.contains("socialWorker: password alone"))
    let waived = try house.kith("user", "factor", "--waive", "analyst")
    #expect(waived.out.contains("leader: second step"))
    #expect(waived.out.contains("analyst: password alone"))
    #expect(try house.kith("user", "list").out == "Ama Boateng: leader, invited")

    #expect(try house.kith("user", "end", "Ama Boateng").code == 0)
    #expect(try house.kith("user", "list").out.isEmpty)
    #expect(try house.kith("user", "list", "--all").out.contains("ended"))
    for again in [["end"], ["role"], ["factor-reset"]] {
      let words = ["user"] + again + ["Ama Boateng"] + (again == ["role"] ? ["leader"] : [])
      let refused = try Program.run(
        words + ["--store", Ground.location(in: house.folder), "--data", house.folder.path])
      #expect(refused.code == 1)
      #expect(refused.error.contains("There is no account Ama Boateng, or it has ended."))
    }
  }

  @Test func aProgramIsGivenATokenAndLosesItAgain() throws {
    let house = try House()
    defer { house.remove() }
    #expect(try house.kith("authority", "add", "846", "Seaford-on-Tees").code == 0)
    let token = try house.kith("service", "add", "Data warehouse", "--scope", "feed")
    #expect(token.out.wholeMatch(of: /kith_[0-9a-f]{72}/) != nil)
    #expect(try house.kith("service", "list").out.hasPrefix("Data warehouse: feed, since "))
    #expect(try house.kith("service", "add", "Data warehouse", "--scope", "feed").code == 1)
    #expect(try house.kith("service", "end", "Data warehouse").code == 0)
    #expect(try house.kith("service", "list").out.contains(", ended "))
    #expect(try house.kith("service", "end", "Data warehouse").code == 1)
  }
}
