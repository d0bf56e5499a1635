import Foundation
import Ground
import Office
import Practice
import Returns
import Store
import Town

/// A small town that writes itself out as the return its council would make.
enum TownReturn {
  static let small = Chronicle(families: 120)

  static func write(_ chronicle: Chronicle, year: Int, to folder: String) throws -> Int {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let written = try CareReturn(of: chronicle, year: CollectionYear(year)!).write(to: folder)
    return written.values.reduce(0, +)
  }

  /// The official measure over the facts that the town itself lived and told.
  static func stability(_ chronicle: Chronicle, in folder: URL) async throws -> Stability {
    let store = try await Store.open(
      at: Ground.location(in: folder, "lived"), keeping: folder.path, schema: Record.schema,
      now: Instant(microseconds: 0))
    let authority = try await store.addAuthority(
      code: "999", name: "Marlhaven", now: Instant(microseconds: 0))
    try await Settlement.tell(chronicle, into: store, as: authority)
    let histories = try await store.read { try StabilityDesk($0, authority) }.histories
    return Stability.twelveMonths(of: histories, asAt: Day("2026-03-31")!)
  }
}

/// A made-up return of any size; how many worker episodes it holds.
enum CareReturnOfTown {
  static func write(children: Int, to folder: String) throws -> Int {
    let written = try CareReturn(children: children, seed: 7, year: CollectionYear(2026)!)
      .write(to: folder)
    return written[.workerEpisodes] ?? 0
  }
}
