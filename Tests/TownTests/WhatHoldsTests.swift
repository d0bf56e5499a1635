import Practice
import Testing

@testable import Town

/// What must hold in any town, read from a small one in full.
@Suite struct WhatHoldsTests {
  let facts = Towns.villageFacts

  private func born(_ person: ID<Person>) -> Day? { facts.people[person]?.person.born }

  @Test func whatLastsIsToldWhenItBeginsAndAtMostOnceMoreWhenItEnds() {
    #expect(facts.wronglyTold == 0)
    #expect(Towns.cityFacts.wronglyTold == 0)
  }

  @Test func nothingHappensToAChildBeforeTheyAreBorn() throws {
    for tenure in facts.tenures.values { #expect(tenure.period.from >= born(tenure.child)!) }
    for help in facts.help.values { #expect(help.period.from >= born(help.person)!) }
    for care in facts.care.values { #expect(care.period.from >= born(care.child)!) }
    let tooEarly = facts.encounters.filter { encounter in
      encounter.met.contains { encounter.day < born($0.person)! }
    }
    #expect(tooEarly.isEmpty)
    for opening in facts.families.values {
      for residence in opening.residences {
        #expect(residence.value.period.from >= born(residence.value.person)!)
      }
    }
  }

  @Test func parentsAreOlderThanTheirChildren() {
    for tie in facts.families.values.flatMap(\.kinship) where tie.kind == .parent {
      #expect(born(tie.of)! - born(tie.person)! > 14 * 365)
    }
  }

  @Test func aChildHasOneKeyworkerAtATime() {
    let children = Set(facts.tenures.values.map(\.child))
    for child in children {
      let keyworkers = facts.keyworkers(of: child)
      for (one, next) in zip(keyworkers, keyworkers.dropFirst()) {
        #expect(one.period.until != nil && one.period.until! <= next.period.from)
        #expect(one.practitioner != next.practitioner || one.period.until! < next.period.from)
      }
    }
  }

  @Test func everyKeyworkerBeganForAReasonAndIsRegistered() {
    for tenure in facts.tenures.values where tenure.role == .keyworker {
      #expect(tenure.begun != nil)
      #expect(facts.practitioners[tenure.practitioner]?.registration?.utf8.count == 8)
    }
  }

  @Test func helpIsForChildrenAndCareEndsByEighteen() {
    for help in facts.help.values {
      #expect(help.period.until ?? Towns.village.today <= born(help.person)!.adding(years: 18))
    }
    for care in facts.care.values {
      #expect(care.period.until ?? Towns.village.today <= born(care.child)!.adding(years: 18))
    }
  }

  @Test func timesInCareOfOneChildFollowEachOther() {
    for spells in Dictionary(grouping: facts.care.values, by: \.child).values {
      let inOrder = spells.sorted { $0.period.from < $1.period.from }
      #expect(inOrder[0].reasonBegun == "S")
      for (one, next) in zip(inOrder, inOrder.dropFirst()) {
        if next.reasonBegun == "S" {
          #expect(one.period.until! <= next.period.from && one.reasonEnded != "X1")
        } else {
          #expect(one.period.until == next.period.from && one.reasonEnded == "X1")
        }
        #expect((one.reasonHomeChanged != nil) == (next.reasonBegun == "P"))
      }
    }
  }

  @Test func peopleAreMetByWorkersWhoAreInPost() {
    let postings = Dictionary(grouping: facts.postings.values, by: \.practitioner)
    let strangers = facts.encounters.filter { encounter in
      !postings[encounter.practitioner]!.contains { $0.period.holds(on: encounter.day) }
    }
    #expect(strangers.isEmpty)
    let unknown = facts.encounters.filter { encounter in
      let members = Set(facts.families[encounter.family]!.members.map(\.person))
      return encounter.met.isEmpty || !encounter.met.allSatisfy { members.contains($0.person) }
    }
    #expect(unknown.isEmpty)
  }

  @Test func workersAreAlongsideOnlyWhileTheyAreInPost() {
    let postings = Dictionary(grouping: facts.postings.values, by: \.practitioner)
    for tenure in facts.tenures.values {
      let held = postings[tenure.practitioner]!
      #expect(held.contains { $0.period.from <= tenure.period.from })
      if let left = held.map({ $0.period.until ?? .max }).max(), left != .max {
        #expect(tenure.period.until! <= left)
      }
    }
  }

  @Test func nobodyHoldsTwoPostingsAtOnce() {
    for postings in Dictionary(grouping: facts.postings.values, by: \.practitioner).values {
      let inOrder = postings.sorted { $0.period.from < $1.period.from }
      for (one, next) in zip(inOrder, inOrder.dropFirst()) {
        #expect(one.period.until! <= next.period.from)
      }
    }
  }

  @Test func registrationNumbersAreDifferent() {
    let numbers = Towns.cityFacts.practitioners.values.compactMap(\.registration)
    #expect(Set(numbers).count == numbers.count)
  }

  @Test func wordsAreWhole() {
    let broken = facts.encounters.filter {
      $0.title.isEmpty || $0.words.isEmpty || $0.words.utf8.contains(UInt8(ascii: "{"))
    }
    #expect(broken.isEmpty)
  }
}
