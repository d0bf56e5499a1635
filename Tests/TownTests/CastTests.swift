import Practice
import Testing

@testable import Town

@Suite struct CastTests {
  let facts = TownFacts(Chronicle(families: 12))
  let today = Chronicle.usualDay

  private func alongside(_ child: ID<Person>, on day: Day) -> [Tenure] {
    facts.tenures.values.filter { $0.child == child && $0.period.holds(on: day) }
  }

  @Test(arguments: [(12, 1), (30, 5)])
  func everyTownHasTheCastUnderTheSameIds(families: Int, seed: UInt64) {
    let facts = TownFacts(Chronicle(families: families, seed: seed).history)
    let leo = facts.people[Cast.leo]
    #expect(leo?.names.spoken?.full == "Leo O'Doherty")
    #expect(facts.people[Cast.jaz]?.detail.pronouns == "they/them")
    let children = [
      Cast.ruby, Cast.finn, Cast.isla, Cast.teddy, Cast.zosia, Cast.antek, Cast.ezra,
      Cast.ellieMae, Cast.mabli,
    ]
    #expect(children.allSatisfy { facts.people[$0] != nil })
    #expect(facts.families[Cast.dohertys]?.family.name == "O'Doherty")
  }

  @Test func amaraWalksAlongsideSeventeenChildren() {
    let held = facts.tenures.values.filter {
      $0.practitioner == Cast.amara && $0.role == .keyworker && $0.period.holds(on: today)
    }
    #expect(held.count == 17)
    #expect(Set(held.map(\.child)).count == 17)
  }

  @Test func fiveWorkersHadAPartOnTheDayTheDohertysCameIntoCare() throws {
    let day = try #require(
      facts.care.values.first { $0.child == Cast.leo && $0.reasonBegun == "S" }
    )
    .period.from
    let there = facts.encounters.filter { $0.family == Cast.dohertys && $0.day == day }
    let five = [Cast.amara, Cast.tom, Cast.farida, Cast.callum, Cast.gwen]
    #expect(five.allSatisfy { worker in there.contains { $0.practitioner == worker } })
    let roles = alongside(Cast.leo, on: day).filter { $0.role == .coWorker }.map(\.practitioner)
    #expect(Set(roles) == Set(five.dropFirst()))
    let inCare = Set(facts.care.values.filter { $0.period.from == day }.map(\.child))
    #expect(inCare.isSuperset(of: [Cast.ruby, Cast.finn, Cast.leo, Cast.isla, Cast.teddy]))
  }

  @Test func priyaWasCoveredBySomebodyTheFamilyHadMet() throws {
    let cover = try #require(
      facts.tenures.values.first { $0.child == Cast.zosia && $0.role == .cover })
    #expect(cover.practitioner == Cast.gwen)
    let met = facts.encounters.contains {
      $0.family == Cast.kowalczyks && $0.practitioner == Cast.gwen && $0.day < cover.period.from
        && $0.met.contains { $0.person == Cast.zosia && $0.seen }
    }
    #expect(met)
    #expect(alongside(Cast.zosia, on: today).contains { $0.practitioner == Cast.priya })
  }

  @Test func ezrasFatherWasRungAndEzraLivesWithHim() throws {
    let call = try #require(
      facts.encounters.first {
        $0.met.contains { $0.person == Cast.ezrasFather } && $0.kind == .call
      })
    let spells = facts.care.values.filter { $0.child == Cast.ezra }
    let withFather = try #require(spells.first { $0.home == "P1" })
    #expect(call.day < withFather.period.from)
    #expect(spells.allSatisfy { $0.period.until != nil })
  }

  @Test func ellieMaeHadSevenWorkersAndTheSeventhStayed() {
    let keyworkers = facts.keyworkers(of: Cast.ellieMae)
    #expect(Set(keyworkers.map(\.practitioner)).count == 7)
    #expect(keyworkers.last?.practitioner == Cast.gwen)
    #expect(today - keyworkers.last!.period.from > 5 * 365)
  }

  @Test func somebodyOfEachKindCanSignIn() {
    #expect(Set(SignIn.all.map(\.kind)) == Set(SignIn.Kind.allCases))
    for signIn in SignIn.all {
      #expect(facts.practitioners[signIn.practitioner]?.name == signIn.person)
      #expect(
        facts.postings.values.contains {
          $0.practitioner == signIn.practitioner && $0.period.holds(on: today)
        })
    }
  }
}
