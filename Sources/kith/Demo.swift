import ArgumentParser
import Foundation
import Office
import Practice
import Store
import Town

struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build Marlhaven, the demonstration authority: invented, and the same by each seed.",
    discussion: "Example: kith demo --families 1500 --store data/kith.db")

  @OptionGroup var options: StoreOptions

  @Option(help: "Families in total, over ten years; at least the twelve of the cast.")
  var families = 1500

  @Option(help: "Another seed makes another town.")
  var seed: UInt64 = 1

  @Option(help: "The last day on which anything happens.")
  var today: Day?

  func run() async throws {
    guard !FileManager.default.fileExists(atPath: options.location) else {
      throw StoreRefusal.alreadyThere(options.location)
    }
    let began = Date()
    let chronicle = Chronicle(
      families: families, seed: seed, today: today ?? Chronicle.usualDay)
    let store = try await options.openOrMake()
    let town = Chronicle.authority
    let authority = try await store.addAuthority(
      code: town.code, name: town.name, now: Instant(microseconds: 0))
    let told = try await Settlement.tell(chronicle, into: store, as: authority) { told in
      Say.progress("\(told) tellings")
    }
    Say.progressEnds()
    try await Demonstration.addAccounts(to: store, authority)
    try await store.anchor(now: .now)
    print(
      "\(town.name): \(families) families, \(told) tellings, in "
        + "\(String(format: "%.1f", -began.timeIntervalSinceNow)) s, at \(options.location).")
  }
}
