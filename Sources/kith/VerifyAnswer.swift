import Foundation
import Store

/// `{"ok", "tellings", "head", "first_broken"}`; `head`, and `heads`, by authority where there are several. Of a
/// backup also `damaged_block`, counted from 1.
struct VerifyAnswer: Encodable {
  let ok: Bool
  private let tellings: Int
  private let facts: Int
  private let seals: Bool
  private let heads: [String: String]
  private let firstBroken: Int?
  private let findings: [String]
  private let isBackup: Bool
  private let damagedBlock: Int?

  enum CodingKeys: String, CodingKey {
    case ok, tellings, facts, seals, head, heads, findings
    case firstBroken = "first_broken"
    case damagedBlock = "damaged_block"
  }

  init(_ result: Verification) {
    ok = result.ok
    tellings = result.tellings
    facts = result.facts
    seals = result.sealsChecked
    heads = Self.byAuthority(result.heads)
    firstBroken = result.firstBroken?.telling
    findings = result.findings
    (isBackup, damagedBlock) = (false, nil)
  }

  init(_ found: ArchiveFound) {
    ok = found.broken.isEmpty
    tellings = found.tellings
    facts = found.facts
    seals = found.sealsChecked
    heads = Self.byAuthority(found.heads)
    firstBroken = found.broken.first?.telling
    findings = found.broken.map(\.words)
    (isBackup, damagedBlock) = (true, nil)
  }

  /// Of a backup that is damaged.
  init(_ refusal: ArchiveRefusal) {
    (ok, tellings, facts, seals, heads, firstBroken) = (false, 0, 0, false, [:], nil)
    findings = ["\(refusal.what) \(refusal.why)"]
    (isBackup, damagedBlock) = (true, refusal.block)
  }

  private static func byAuthority(_ heads: [Head]) -> [String: String] {
    Dictionary(heads.map { ($0.authority, $0.sealInHex) }) { first, _ in first }
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
      try answer.encode(heads, forKey: .heads)
    } else {
      try answer.encode(heads.values.first, forKey: .head)
    }
    try answer.encode(firstBroken, forKey: .firstBroken)
    try answer.encode(findings, forKey: .findings)
    if isBackup { try answer.encode(damagedBlock, forKey: .damagedBlock) }
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
