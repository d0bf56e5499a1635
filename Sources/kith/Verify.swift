import ArgumentParser
import Foundation
import Office
import Practice
import Store

struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check that what was told is whole: seals, references, the store's own file.",
    discussion: "Example: kith verify --store data/kith.db --json")

  @OptionGroup var options: StoreOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  /// A store that somebody opened while it was read as a resting one is read again as it lives.
  private func check() async throws -> Verification {
    let (store, rested) = (try await options.inspect(), options.isResting)
    var result = try await store.verify { Say.progress("\($0) tellings") }
    if let more = try? await NameWords.findings(in: store) {
      result.add(more)
    } else if result.ok {
      result.add(["What is kept for searching could not be read."])
    }
    return rested && !options.isResting ? try await check() : result
  }

  func run() async throws {
    let began = Date()
    var result = try await check()
    Say.progressEnds()
    if json {
      print(try VerifyAnswer(result).json())
    } else {
      print(
        "Checked \(result.tellings) tellings with \(result.facts) facts and \(result.anchors) "
          + "anchored heads in \(Int(-began.timeIntervalSinceNow * 1000)) ms.")
      print(
        result.sealsChecked
          ? "Each digest and each seal was compared."
          : "There was no key of the seals at hand: each digest was compared, no seal could be.")
      print(
        "The file itself was checked, and of \(result.tables) tables every reference, every index "
          + "and every guard; and the words that names are found by.")
      for head in result.heads {
        print("\(head.authority) stands at telling \(head.telling), seal \(head.sealInHex)")
      }
      for finding in result.findings { print("FOUND: \(finding)") }
      if result.ok { print("The store is whole.") }
    }
    if !result.ok { throw ExitCode(1) }
  }
}

/// `{"ok", "tellings", "head", "first_broken"}`; `head` by authority where there are several.
struct VerifyAnswer: Encodable {
  private let ok: Bool
  private let tellings: Int
  private let facts: Int
  private let seals: Bool
  private let heads: [String: String]
  private let firstBroken: Int?
  private let findings: [String]

  enum CodingKeys: String, CodingKey {
    case ok, tellings, facts, seals, head, findings
    case firstBroken = "first_broken"
  }

  init(_ result: Verification) {
    ok = result.ok
    tellings = result.tellings
    facts = result.facts
    seals = result.sealsChecked
    heads = Dictionary(result.heads.map { ($0.authority, $0.sealInHex) }) { first, _ in first }
    firstBroken = result.firstBroken?.telling
    findings = result.findings
  }

  /// Says each of the four that others read, even where there is none.
  func encode(to encoder: any Encoder) throws {
    var answer = encoder.container(keyedBy: CodingKeys.self)
    try answer.encode(ok, forKey: .ok)
    try answer.encode(tellings, forKey: .tellings)
    try answer.encode(facts, forKey: .facts)
    try answer.encode(seals, forKey: .seals)
    if heads.count > 1 {
      try answer.encode(heads, forKey: .head)
    } else {
      try answer.encode(heads.values.first, forKey: .head)
    }
    try answer.encode(firstBroken, forKey: .firstBroken)
    try answer.encode(findings, forKey: .findings)
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
