import ArgumentParser
import Foundation
import Office
import Practice
import Store

struct DrillCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill",
    abstract: "Put the newest backup back beside the store, check it, and say what would be lost.",
    discussion: """
      A backup that nobody has ever put back is a hope. This puts it back into a place of its own, \
      compares it with the store, says how long it took, and removes it again. Exit 1 where anything \
      is wrong: a line for the night's schedule.

      Example: kith drill --backups /backups --json
      """)

  @Option(help: "The folder that kith backup --into fills. Default: backups beside the store.")
  var backups: String?

  @Option(
    help: "Where it is put back, for as long as it takes. Default: a folder beside the store.")
  var place: String?

  @OptionGroup var keys: BackupOptions
  @OptionGroup var options: StoreOptions

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() async throws {
    let beside = URL(fileURLWithPath: options.beside).deletingLastPathComponent()
    let folder = backups ?? beside.appendingPathComponent("backups").path
    guard let newest = try BackupFolder(folder).all().first else {
      throw ArchiveRefusal.noBackups(folder)
    }
    let store = try await options.inspect()
    let key = try keys.key(options)
    let now = Instant.now
    let answer: DrillAnswer
    do {
      let drilled = try await store.drill(
        newest.path, key: key, in: place ?? beside.appendingPathComponent("kith-drill").path,
        now: now,
        more: { try await NameWords.findings(in: $0) }, progress: { Say.progress("\($0) tellings") }
      )
      answer = DrillAnswer(newest.path, drilled, now: now)
    } catch let refusal as any Refusal where json {
      answer = DrillAnswer(newest.path, refusal)
    }
    Say.progressEnds()
    print(json ? try answer.json() : answer.inWords)
    if !answer.ok { throw ExitCode(1) }
  }
}

/// What a drill found, for people and for programs.
struct DrillAnswer: Encodable {
  let ok: Bool
  private let backup: String
  private let made: String?
  private let ageSeconds: Int?
  private let restoreSeconds: Double?
  private let verifySeconds: Double?
  private let tellings: Int
  private let lostTellings: Int?
  private let seals: Bool
  private let findings: [String]

  init(_ backup: String, _ drilled: Drilled, now: Instant) {
    (ok, self.backup, findings) = (drilled.ok, backup, drilled.findings)
    made = drilled.made.description
    ageSeconds = Int((now - drilled.made) / .seconds(1))
    restoreSeconds = (drilled.restoring / .milliseconds(1)).rounded() / 1000
    verifySeconds = (drilled.verifying / .milliseconds(1)).rounded() / 1000
    (tellings, lostTellings, seals) = (drilled.tellings, drilled.lost, drilled.sealsChecked)
  }

  /// Of a backup that could not be put back at all.
  init(_ backup: String, _ refusal: any Refusal) {
    (ok, self.backup, findings) = (false, backup, ["\(refusal.what) \(refusal.why)"])
    (made, ageSeconds, restoreSeconds, verifySeconds) = (nil, nil, nil, nil)
    (tellings, lostTellings, seals) = (0, nil, false)
  }

  var inWords: String {
    var lines = [
      "Put back \(backup), made \(made ?? "") (\(ageSeconds ?? 0) s ago): \(tellings) tellings in "
        + "\(restoreSeconds ?? 0) s, checked in \(verifySeconds ?? 0) s.",
      "If it were put back now, \(lostTellings ?? 0) tellings that came after it would be lost.",
    ]
    if !seals { lines.append("There was no key of the seals at hand: each digest was compared.") }
    lines += findings.map { "FOUND: \($0)" }
    if ok { lines.append("The backup is whole, and the store goes on from it.") }
    return lines.joined(separator: "\n")
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
