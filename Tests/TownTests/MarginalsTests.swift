import Practice
import Testing

@testable import Town

/// The town beside the published figures of Brighton & Hove and England.
@Suite struct MarginalsTests {
  let facts = Towns.cityFacts
  let day = Day.march(2026)
  let yearBefore = Day.march(2025)

  private func within(_ value: Int, of published: Int, percent: Int) -> Bool {
    abs(value - published) * 100 <= published * percent
  }

  @Test func asManyChildrenInNeedAsBrightonAndHove() {
    let open = facts.help.values.filter { $0.period.holds(on: day) }.count
    #expect(within(open, of: 2055, percent: 10))
    let inYear = Set(
      facts.help.values.filter { $0.period.touches(yearBefore + 1, day) }.map(\.person)
    ).count
    #expect(within(inYear, of: 3738, percent: 10))
  }

  @Test func asManyProtectionPlansAndChildrenInCare() {
    let plans = facts.plans.values.filter { $0.period.holds(on: day) }.count
    #expect(within(plans, of: 260, percent: 20))
    let inCare = facts.care.values.filter {
      $0.period.holds(on: day) && !$0.legalStatus.isShortBreaks
    }.count
    #expect(within(inCare, of: 332, percent: 12))
  }

  @Test func workersHoldAsManyChildren() {
    let held = facts.tenures.values.filter { $0.role == .keyworker && $0.period.holds(on: day) }
    let holders = Set(held.map(\.practitioner))
    let percent = facts.postings.values.filter {
      holders.contains($0.practitioner) && $0.period.holds(on: day)
    }.reduce(0) { $0 + ($1.fullTimePercent ?? 0) }
    let caseload = Double(held.count * 100) / Double(percent)
    #expect(caseload > 11 && caseload < 15.5)
  }

  private func threeOrMore(_ year: Int) -> Double {
    let histories = ChildHistory.grouped(
      tenures: Array(facts.tenures.values), care: Array(facts.care.values))
    let answer = Stability.twelveMonths(of: histories, asAt: .march(year))
    return Double(answer.threeOrMore) / Double(answer.children)
  }

  @Test func podsHalveTheShareOfChildrenWithThreeWorkersOrMore() {
    // England 27% in 2024, as this town before its pods; Brighton & Hove 14%, as with them.
    #expect(threeOrMore(2018) > 0.22 && threeOrMore(2018) < 0.38)
    let later = [2023, 2024, 2025, 2026].map(threeOrMore)
    let mean = later.reduce(0, +) / 4
    #expect(mean > 0.08 && mean < 0.16)
  }

  @Test func podsEndTheChangesTheyPromiseToEnd() {
    let redesign = Towns.city.frame.redesign
    let late = facts.tenures.values.filter { Int($0.period.from.number) > redesign }
    #expect(late.allSatisfy { $0.begun.map { !ChangeReason.promisedToEnd.contains($0) } ?? true })
    let early = facts.tenures.values.filter {
      Int($0.period.from.number) < redesign && $0.begun == .standardTransfer
    }
    #expect(early.count > 500)
  }

  @Test func aboutATenthOfWorkersLeaveInAYear() {
    let ends = Dictionary(grouping: facts.postings.values, by: \.practitioner).values
    let here = ends.filter { $0.contains { $0.period.holds(on: yearBefore) } }
    let left = here.filter { $0.allSatisfy { !$0.period.holds(on: day) } }
    let share = Double(left.count) / Double(here.count)
    #expect(share > 0.06 && share < 0.18)
  }

  @Test func aboutAFifthComeBackWithinAYear() {
    let periods = Dictionary(grouping: facts.help.values, by: \.person).values
    var (ended, back) = (0, 0)
    for help in periods {
      let inOrder = help.sorted { $0.period.from < $1.period.from }
      for (place, one) in inOrder.enumerated() {
        guard let until = one.period.until, until < day.adding(years: -1) else { continue }
        ended += 1
        if place + 1 < inOrder.count, inOrder[place + 1].period.from - until <= 365 { back += 1 }
      }
    }
    let share = Double(back) / Double(ended)
    #expect(share > 0.17 && share < 0.28)
  }
}
