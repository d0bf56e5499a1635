import Foundation
import Practice
import Returns
import Testing

@testable import Town

@Suite struct CareReturnTests {
  let year = CollectionYear(2026)!

  @Test func theTownsReturnCountsWorkersAsTheTownsFactsDo() {
    let facts = Towns.cityFacts
    let histories = ChildHistory.grouped(
      tenures: Array(facts.tenures.values), care: Array(facts.care.values))
    let answer = Stability.twelveMonths(of: histories, asAt: year.last)
    var bands = [0, 0, 0, 0]
    for child in CareReturn(of: Towns.city, year: year) {
      let now = child.episodes.filter { $0.period.holds(on: year.last) }
      guard now.contains(where: { !$0.legalStatus.isShortBreaks }) else { continue }
      bands[min(3, Set(child.workers.map(\.worker)).count)] += 1
    }
    #expect(bands == [answer.none, answer.one, answer.two, answer.threeOrMore])
  }

  @Test(arguments: [2018, 2024, 2026])
  func theTownsReturnIsReadWithoutAFault(number: Int) throws {
    let year = try #require(CollectionYear(number))
    try readBack(CareReturn(of: Towns.city, year: year))
  }

  @Test func aMadeReturnIsReadWithoutAFault() throws {
    try readBack(CareReturn(children: 1500, year: year))
  }

  @Test func aMadeReturnIsLikeEnglands() {
    let made = CareReturn(children: 4000, year: year)
    var (episodes, three) = (0, 0)
    for child in made {
      episodes += child.workers.count
      if Set(child.workers.map(\.worker)).count > 2 { three += 1 }
      #expect(child.workers.last?.period.until == nil)
      for (one, next) in zip(child.workers, child.workers.dropFirst()) {
        #expect(one.period.until == next.period.from && one.worker != next.worker)
      }
    }
    #expect(episodes > 8200 && episodes < 8800)
    #expect(three > 1000 && three < 1200)
  }

  @Test func aFolderThatCannotBeMadeIsRefusedWithARemedy() {
    #expect(throws: ReturnNotWritten.self) {
      try CareReturn(children: 1, year: year).write(to: "/dev/null/nowhere")
    }
  }

  @Test func theSameSeedMakesTheSameReturn() {
    let one = CareReturn(children: 50, seed: 2, year: year).map { "\($0)" }
    #expect(one == CareReturn(children: 50, seed: 2, year: year).map { "\($0)" })
    #expect(one != CareReturn(children: 50, seed: 3, year: year).map { "\($0)" })
  }

  private func readBack(_ made: CareReturn) throws {
    let folder = NSTemporaryDirectory() + "kith-return-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let written = try made.write(to: folder)
    #expect(written[.header] == made.count)
    #expect((written[.workerEpisodes] == nil) == (made.year.number < 2024))
    let plan = try FolderPlan(path: folder)
    let set = SSDA903Set(year: made.year)
    var rows = 0
    for file in plan.files.sorted(by: { $0.name == "header.csv" && $1.name != "header.csv" }) {
      let report = set.read(.file(path: file.path), keeping: 20) { _ in rows += 1 }
      #expect(report.faults == 0, "\(file.name): \(report.kept)")
      #expect(report.queries == 0, "\(file.name): \(report.kept.prefix(3))")
    }
    #expect(rows == written.values.reduce(0, +))
  }
}
