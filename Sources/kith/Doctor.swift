import ArgumentParser
import Foundation
import Office
import Practice

struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look over the store and the machine: what is good, what to look at, what is wrong.",
    discussion: """
      Nothing is changed. Ends with 1 where something is wrong.

      Example: kith doctor --store /var/lib/kith/kith.db --backups /var/backups/kith
      """)

  @OptionGroup var options: StoreOptions

  @Option(help: "The folder of the backups.")
  var backups: String?

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() async throws {
    let examination = await Examination(
      of: options.location, backups: backups, now: .now, open: options.inspect)
    let findings = await examination.findings()
    let isWell = !findings.contains { $0.severity == .wrong }
    if json {
      print(try Answer(ok: isWell, version: Version.current, findings: findings).json())
    } else {
      for finding in findings {
        print("\(finding.severity.mark)  \(finding.about): \(finding.sentence)")
        if let remedy = finding.remedy { print("       \(remedy)") }
      }
    }
    if !isWell { throw ExitCode(1) }
  }

  private struct Answer: Encodable {
    let ok: Bool
    let version: String
    let findings: [Finding]

    func json() throws -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}

extension Finding.Severity {
  /// As long as each other, so that the sentences stand beneath each other.
  fileprivate var mark: String {
    switch self {
    case .good: "good "
    case .look: "LOOK "
    case .wrong: "WRONG"
    }
  }
}
