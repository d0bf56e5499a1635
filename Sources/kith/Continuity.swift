public import ArgumentParser
import Foundation
import Measuring
import Office
public import Practice
import Store

struct ContinuityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "continuity",
    abstract: "Who has walked alongside, for how long, and why it changed.",
    discussion: """
      From the store, beside the published figures; or from a plain log of contacts.

      Examples:
        kith continuity --day 2026-03-31
        kith continuity --contacts contacts.csv --day 2024-12-30 --json
      """)

  @OptionGroup var options: StoreOptions

  @Option(help: "As at this day: 2026-03-31. Default: the last 31 March.")
  var day: Day?

  @Option(
    help: "A log of contacts (child, day, worker) instead of the store: a CSV file or folder.")
  var contacts: String?

  @Flag(help: "Answer in JSON.")
  var json = false

  @Flag(help: "Open the official measure: each child beneath it, with their social workers.")
  var children = false

  func run() async throws {
    if let contacts { return try fromLog(contacts) }
    let store = try await options.open()
    let authority = try await store.authority(options.authority)
    let day = day ?? Day.lastEndOfMarch(before: Instant.now.london.day)
    let answer = try await store.read { try ServiceContinuity($0, authority, asAt: day) }
    guard children else { return print(json ? try answer.json() : answer.words()) }
    let beneath = try await store.read { try ContinuityBeneath($0, authority, answer.twelve) }
    print(json ? try beneath.json() : beneath.words())
  }

  private func fromLog(_ path: String) throws {
    guard let day else {
      throw ValidationError("Say --day with --contacts, such as --day 2024-12-30.")
    }
    let report: ContactLogReport
    do {
      report = try ContactLog.report(path: path, day: day) { share in
        Say.progress("\(Int(share * 100))% of the log read")
      }
    } catch {
      Say.progressEnds()
      for fault in error.faults.prefix(20) { Say.error("\(fault)") }
      if error.faultCount > 20 { Say.error("… and \(error.faultCount - 20) more.") }
      throw error
    }
    Say.progressEnds()
    print(json ? report.json : report.table)
    Say.error(
      String(
        format: "reading %.3f s (%.3f s of processor), computing %.3f s (%.3f s of processor)",
        report.reading.wall, report.reading.cpu, report.computing.wall, report.computing.cpu))
  }
}

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }

  /// 31 March of this year where that is past or today, else of the year before: the day for which
  /// the returns are made.
  static func lastEndOfMarch(before today: Day) -> Day {
    let thisYear = Day(year: today.year, month: 3, day: 31) ?? today
    return thisYear <= today ? thisYear : thisYear.adding(years: -1)
  }
}
