import ArgumentParser
import Foundation
import Office
import Practice
import Returns
import Store
import Town

struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build Marlhaven, the demonstration authority: invented, and the same by each seed.",
    discussion: """
      Examples:
        kith demo --families 1500 --store data/kith.db
        kith demo --families 1500 --store data/kith.db --ssda903 returns/2026
        kith demo --ssda903 returns/large --returned-children 80250
      """)

  @OptionGroup var options: StoreOptions

  @Option(help: "Families in total, over ten years; at least the twelve of the cast.")
  var families = 1500

  @Option(help: "Another seed makes another town.")
  var seed: UInt64 = 1

  @Option(help: "The last day on which anything happens.")
  var today: Day?

  @Option(help: "Also write it out as an SSDA903 return into this folder.")
  var ssda903: String?

  @Option(help: "Which collection to write: the year in which it ends.")
  var year = 2026

  @Option(help: "Write a return of this many children, and nothing else: for trying large imports.")
  var returnedChildren: Int?

  func validate() throws {
    guard CollectionYear(year) != nil else {
      throw ValidationError("--year \(year) is no collection that Kith knows.")
    }
    guard returnedChildren == nil || ssda903 != nil else {
      throw ValidationError("Say with --ssda903 FOLDER where to write the return.")
    }
  }

  func run() async throws {
    if let returnedChildren, let collection = CollectionYear(year) {
      return try write(CareReturn(children: returnedChildren, seed: seed, year: collection))
    }
    guard options.isServer || !FileManager.default.fileExists(atPath: options.location) else {
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
    try await Settlement.tellAccess(into: store, as: authority, today: chronicle.today)
    try await Demonstration.addAccounts(to: store, authority)
    try await store.anchor(now: .now)
    print(
      "\(town.name): \(chronicle.families) families, \(told) tellings, in "
        + "\(String(format: "%.1f", -began.timeIntervalSinceNow)) s, at \(options.shown).")
    if ssda903 != nil, let collection = CollectionYear(year) {
      try write(CareReturn(of: chronicle, year: collection))
    }
  }

  private func write(_ written: CareReturn) throws {
    guard let ssda903 else { return }
    try FileManager.default.createDirectory(
      atPath: ssda903, withIntermediateDirectories: true)
    let rows = try written.write(to: ssda903)
    for (table, count) in rows.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      print("\(table.rawValue): \(count) rows")
    }
    print("Return of \(written.year) for \(written.count) children written to \(ssda903).")
  }
}
