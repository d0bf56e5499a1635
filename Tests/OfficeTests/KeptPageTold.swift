import Foundation
import Practice
import Town

@testable import Office
@testable import Store

extension KeptPageTests {
  /// One thing told of each kind that the page shows.
  static let told: [(what: String, facts: [FactRow])] = [
    (
      "a new name",
      [
        PeopleRecords.name(
          PersonName(kind: .preferred, given: "Lenny", family: "O'Doherty"), of: Cast.leo,
          fact: fact(1))
      ]
    ),
    (
      "a language",
      [
        PeopleRecords.about(
          Person(id: Cast.leo, born: Day("2017-05-04"), died: nil),
          PersonDetail(pronouns: "he/him", language: "Welsh", interpreter: true), fact: fact(2))
      ]
    ),
    (
      "a family name",
      [
        PeopleRecords.about(
          Family(id: Cast.dohertys, reference: "F000001", name: "O'Doherty Kelly"), fact: fact(3))
      ]
    ),
    (
      "somebody else in the family",
      [
        PeopleRecords.known(ID<Person>(high: 1, low: 77)),
        PeopleRecords.member(
          FamilyMember(
            family: Cast.dohertys, person: ID(high: 1, low: 77), relation: "Gran",
            period: Period(from: day)), fact: fact(4)),
      ]
    ),
    (
      "her name",
      [
        PeopleRecords.name(
          PersonName(given: "Maureen", family: "Kelly"), of: ID(high: 1, low: 77), fact: fact(5))
      ]
    ),
    (
      "a home",
      [
        PeopleRecords.home(Household(id: ID(high: 1, low: 78), address: "1 The Crescent")),
        PeopleRecords.residence(
          Residence(household: ID(high: 1, low: 78), person: Cast.leo, period: Period(from: day)),
          fact: fact(6)),
      ]
    ),
    (
      "a tie",
      [
        PeopleRecords.kinship(
          Kinship(person: ID(high: 1, low: 77), kind: .grandparent, of: Cast.leo, period: nil),
          fact: fact(7))
      ]
    ),
    (
      "help",
      [
        CareRecords.help(
          HelpPeriod(person: Cast.leo, period: Period(from: day - 9000)), fact: fact(8))
      ]
    ),
    (
      "a plan",
      [
        CareRecords.plan(
          Plan(
            child: Cast.leo, kind: .protection, period: Period(from: day - 3), reviewDue: day + 9),
          fact: fact(9))
      ]
    ),
    (
      "a tenure",
      [
        RelationshipRecords.tenure(
          Tenure(
            child: Cast.leo, practitioner: Cast.dean, team: nil, role: .coWorker,
            period: Period(from: day - 5)), fact: fact(10))
      ]
    ),
    (
      "a meeting",
      RelationshipRecords.encounter(
        Encounter(
          id: ID(high: .max >> 1, low: 11), family: Cast.dohertys, practitioner: Cast.gwen,
          day: day, kind: .visit, place: .home, title: "A cake", words: "Leo cut it",
          met: [.init(person: Cast.leo, seen: true, alone: false)]))
    ),
    (
      "a worker's name",
      [
        ServiceRecords.about(
          Practitioner(id: Cast.gwen, name: "Gwenllian Pritchard"), fact: fact(12))
      ]
    ),
    (
      "a posting",
      [
        ServiceRecords.known(pod),
        ServiceRecords.about(Team(id: pod, name: "Heron Pod", kind: .pod), fact: fact(13)),
        ServiceRecords.posting(
          Posting(
            practitioner: Cast.gwen, team: pod, role: .seniorSocialWorker,
            fullTimePercent: 100, employment: .permanent, period: Period(from: day)),
          fact: fact(14)),
      ]
    ),
    (
      "a team's name",
      [ServiceRecords.about(Team(id: pod, name: "Osprey Pod", kind: .pod), fact: fact(15))]
    ),
    (
      "time in care",
      [
        CareRecords.episode(
          CareEpisode(
            child: Cast.leo, period: Period(from: day - 2), reasonBegun: "L",
            legalStatus: .placementOrder, need: "N1", home: "U4"), fact: fact(16))
      ]
    ),
    (
      "the end of a tenure",
      [
        RelationshipRecords.tenure(
          Tenure(
            child: Cast.leo, practitioner: Cast.dean, team: nil, role: .coWorker,
            period: Period(from: day - 5, until: day - 1)!), fact: fact(17),
          supersedes: fact(10), because: "He has handed over.")
      ]
    ),
    (
      "a plan that was none",
      [
        FactRow(
          CareTables.plan, id: fact(18), supersedes: fact(9), because: "told of the wrong child",
          withdrawn: true,
          [Cast.leo.bound, .text(Plan.Kind.protection.rawValue), (day - 3).bound, .null, .null])
      ]
    ),
  ]
}
