import Measuring
import Practice
import Testing

@Suite struct PublishedStabilityTests {
  typealias Town = RelationshipTown

  @Test func aCouncilStandsBesideItsRegionAndEngland() throws {
    let published = PublishedStability.for(authorityCode: "846")
    let names = ["Brighton and Hove", "South East", "England", "England"]
    #expect(published.map(\.place.words) == names)
    #expect(published.map(\.year) == [2024, 2024, 2024, 2025])
    #expect(published[0].share == Share(48, of: 354))
    #expect(published[1].share == Share(2770, of: 11_180))
    #expect(published[2].share == Share(22_140, of: 83_300))
    #expect(published[3].share == Share(19_900, of: 81_770))
    #expect(published.map { $0.share?.percent } == [14, 25, 27, 24])
  }

  @Test func aLondonBoroughHasItsPartOfLondonToo() {
    let names = PublishedStability.for(authorityCode: "204").map(\.place.words)
    #expect(names == ["Hackney", "Inner London", "London", "England", "England"])
  }

  @Test func aWithheldFigureSaysWhyAndIsNoZero() {
    let barnet = PublishedStability.for(authorityCode: "302")[0]
    #expect(barnet.figures == .withheld(children: nil, because: .notAvailable))
    #expect(barnet.share == nil)
    let scilly = PublishedStability.for(authorityCode: "420")[0]
    #expect(scilly.figures == .withheld(children: 0, because: .notApplicable))
  }

  @Test func anUnknownCouncilStandsBesideEnglandAlone() {
    #expect(PublishedStability.for(authorityCode: "999").map(\.year) == [2024, 2025])
  }

  /// The table keeps faith with itself: councils add up to their region and to England, within the
  /// rounding to ten and the one council that gave no figure.
  @Test func theTableAddsUp() throws {
    var children: [String: Int] = [:]
    var threeOrMore: [String: Int] = [:]
    var councils = 0
    for code in 200...999 {
      let published = PublishedStability.for(authorityCode: String(code))
      guard case .council = published[0].place else { continue }
      councils += 1
      guard let share = published[0].share else { continue }
      for place in published.dropFirst() where place.year == 2024 {
        children[place.place.words, default: 0] += share.total
        threeOrMore[place.place.words, default: 0] += share.count
        let whole = try #require(place.share)
        #expect(whole.total >= share.total && whole.count >= share.count)
      }
    }
    #expect(councils == 153)
    #expect(abs(children["England", default: 0] - 83_300) <= 5)
    #expect(abs(threeOrMore["England", default: 0] - 22_140) <= 5)
    #expect(abs(children["South East", default: 0] - 11_180) <= 5)
    #expect(abs(threeOrMore["Inner London", default: 0] - 870) <= 5)
  }

  @Test func theComparisonCarriesItsCautions() {
    let tenures = (UInt64(1)...40).flatMap { child in
      ["A", "B", "C"].prefix(Int(child % 3) + 1).map {
        Town.tenure($0, "2025-06-01", child: child)
      }
    }
    let care = (UInt64(1)...44).map { Town.care("2020-01-01", child: $0) }
    let histories = ChildHistory.grouped(tenures: tenures, care: care)
    let comparison = StabilityComparison(
      of: .twelveMonths(of: histories, asAt: Town.day("2026-02-28")), authorityCode: "846")
    #expect(comparison.share == Share(13, of: 44))
    #expect(comparison.cautions.contains { $0.contains("official statistics in development") })
    #expect(comparison.cautions.contains { $0.contains("ends on another day") })
    #expect(comparison.cautions.contains { $0.contains("4 of 44 children have no social worker") })
    #expect(comparison.differsFromChance(comparison.published[1]) == false)

    let twoYears = StabilityComparison(
      of: .twentyFourMonths(of: histories, asAt: Town.day("2026-03-31")), authorityCode: "846")
    #expect(twoYears.published.map { $0.share } == [Share(31_520, of: 59_430)])
    #expect(!twoYears.cautions.contains { $0.contains("ends on another day") })

    let withheld = StabilityComparison(
      of: .twelveMonths(of: histories, asAt: Town.day("2026-03-31")), authorityCode: "302")
    #expect(withheld.cautions.contains("Barnet, 2024: not available."))
    #expect(withheld.differsFromChance(withheld.published[0]) == nil)
  }
}
