import ArgumentParser
import Foundation
import Office
import Practice
import Store
import Town

/// The rows of the page benchmark (`Benchmarks/rivals/web/SPEC.md`), told as facts: what the rival
/// servers read from their tables, the family page reads from the record.
struct BenchTown: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-town",
    abstract: "Make the store of the page benchmark; prints its families' ids, one a line.",
    shouldDisplay: false)

  @OptionGroup var options: StoreOptions

  func run() async throws {
    guard options.isServer || !FileManager.default.fileExists(atPath: options.location) else {
      throw StoreRefusal.alreadyThere(options.location)
    }
    let store = try await options.openOrMake()
    let town = Chronicle.authority
    let authority = try await store.addAuthority(code: town.code, name: town.name, now: .now)
    nonisolated(unsafe) let rows = BenchRows()
    try await store.write { writing in
      try writing.tell(rows.telling(.join), authority: authority.number) { state in
        try rows.service(state)
      }
      // Whoever asks reads any family, as the rivals let them: by the table of roles, like anybody.
      try writing.tell(rows.telling(.changeAccess), authority: authority.number, rows.openness())
    }
    for first in stride(from: 1, through: BenchRows.families, by: 500) {
      try await store.write { writing in
        for family in first..<min(first + 500, BenchRows.families + 1) {
          try rows.tell(family, writing, authority.number)
        }
      }
      Say.progress("\(first) families")
    }
    Say.progressEnds()
    try await Demonstration.addAccounts(to: store, authority, linked: false)
    try await store.anchor(now: .now)
    print(rows.familyIDs.map(\.description).joined(separator: "\n"))
  }
}

/// The generator of the protocol: every value depends on its own numbers alone.
private final class BenchRows {
  static let families = 10_000
  private static let syllables =
    ("ba be bo da de do fa fi fo ga ge go ha he hi ka ke ki la le lo ma me mi na ne no pa pe po ra re "
    + "ro sa se so ta te to va ve vi wa we wi").split(separator: " ").map(String.init)
  private static let vocabulary =
    ("visit home school call plan agreed mum dad nan brother sister health nurse meeting core group "
    + "review safe worried happy said").split(separator: " ").map(String.init)
    + ["we & they", "<quote>"]
    + "court foster contact move next step one story time".split(separator: " ").map(String.init)

  private var ids = IDMaker(at: .now, using: SystemRandomNumberGenerator())
  private var workers: [ID<Practitioner>] = []
  private(set) var familyIDs: [ID<Family>] = []
  private let opened = Instant.now
  private let since = Day(number: 16_436)  // 1 January 2015

  func telling(_ deed: Office.Deed, of family: ID<Family>? = nil) -> TellingRow {
    TellingRow(deed, id: ids.next(), by: "benchmark", recorded: opened, family: family)
  }

  func openness() -> [FactRow] {
    ([.find, .people, .words] as [Matter]).map { matter in
      AccessRecords.rule(
        AccessPolicy.Rule(
          role: .socialWorker, tie: .none, matter: matter, isAllowed: true, from: since),
        fact: ids.next(), because: "what is measured is one page of any family")
    }
  }

  func service(_ state: (FactRow) throws -> Void) throws {
    var pods: [ID<Team>] = []
    for number in 1...25 {
      let pod = Team(id: ids.next(), name: "Pod \(number)", kind: .pod)
      try state(ServiceRecords.known(pod.id))
      try state(ServiceRecords.about(pod, fact: ids.next()))
      pods.append(pod.id)
    }
    for number in 1...200 {
      let worker = Practitioner(
        id: ids.next(),
        name: forename(value(1, number, 0, 512)) + " " + surname(value(2, number, 0, 4096)))
      try state(ServiceRecords.known(worker.id))
      try state(ServiceRecords.about(worker, fact: ids.next()))
      try state(
        ServiceRecords.posting(
          Posting(
            practitioner: worker.id, team: pods[(number - 1) / 8],
            role: number % 4 == 0 ? .seniorSocialWorker : .socialWorker, fullTimePercent: 100,
            employment: .permanent, period: Period(from: since)), fact: ids.next()))
      workers.append(worker.id)
    }
  }

  func tell(_ number: Int, _ writing: Writing, _ authority: Int) throws {
    let name = surname(value(3, number, 0, 4096))
    let digits = String(number)
    let reference = "F" + String(repeating: "0", count: 6 - digits.count) + digits
    let family = Family(id: ids.next(), reference: reference, name: name)
    familyIDs.append(family.id)
    let opened = since + value(7, number, 0, 3652)
    let keyworker = value(6, number, 0, 200)
    let home = Household(
      id: ids.next(),
      address: "\(1 + value(4, number, 0, 200)) \(surname(value(5, number, 0, 4096))) Road")
    var facts = [
      PeopleRecords.known(family.id), PeopleRecords.about(family, fact: ids.next()),
      PeopleRecords.home(home),
    ]
    var children: [ID<Person>] = []
    var names: [(PersonName, ID<Person>)] = []
    for j in 0..<2 + value(8, number, 0, 5) {
      let person: ID<Person> = ids.next()
      let born =
        j < 2
        ? Day(number: 1826) + value(12, number, j, 7300)
        : Day(number: 13_879) + value(12, number, j, 5900)
      let called = PersonName(
        given: forename(value(9, number, j, 512)),
        family: value(10, number, j, 4) == 0 ? surname(value(11, number, j, 4096)) : name)
      facts.append(PeopleRecords.known(person))
      facts.append(
        PeopleRecords.about(Person(id: person, born: born), PersonDetail(), fact: ids.next()))
      facts.append(PeopleRecords.name(called, of: person, fact: ids.next()))
      names.append((called, person))
      let relation = j < 2 ? ["Mother", "Father"][j] : "Child"
      facts.append(
        PeopleRecords.member(
          FamilyMember(
            family: family.id, person: person, relation: relation, period: Period(from: opened)),
          fact: ids.next()))
      facts.append(
        PeopleRecords.residence(
          Residence(household: home.id, person: person, period: Period(from: opened)),
          fact: ids.next()))
      guard j >= 2 else { continue }
      children.append(person)
      facts.append(
        RelationshipRecords.tenure(
          Tenure(
            child: person, practitioner: workers[keyworker], period: Period(from: opened),
            begun: .firstContact), fact: ids.next()))
      let plans = value(13, number, j, 3)
      for k in 0..<plans {
        let start = since + value(15, number, 16 * j + k, 3500)
        let isLast = k == plans - 1
        guard let period = Period(from: start, until: isLast ? nil : start + 90) else { continue }
        facts.append(
          CareRecords.plan(
            Plan(
              child: person, kind: Plan.Kind.allCases[value(14, number, 16 * j + k, 3)],
              period: period, reviewDue: isLast ? start + 180 : nil), fact: ids.next()))
      }
    }
    try writing.tell(telling(.openFamily, of: family.id), authority: authority, facts)
    for (name, person) in names { try writing.index(name, of: person, authority: authority) }
    try writing.tell(telling(.recordEncounter, of: family.id), authority: authority) { state in
      for encounter in self.encounters(of: number, family.id, keyworker, children) {
        for fact in RelationshipRecords.encounter(encounter) { try state(fact) }
      }
    }
  }

  private func encounters(
    of number: Int, _ family: ID<Family>, _ keyworker: Int, _ children: [ID<Person>]
  ) -> [Encounter] {
    (0..<50 + value(16, number, 0, 21)).map { k in
      let worker = value(18, number, k, 10) < 7 ? keyworker : value(19, number, k, 200)
      let kinds: [Encounter.Kind] = [.visit, .call, .meeting, .other, .message]
      let kind = kinds[value(20, number, k, 5)]
      return Encounter(
        id: ids.next(), family: family, practitioner: workers[worker],
        day: since + value(17, number, k, 3652), kind: kind,
        title: words(21, number * 128 + k, 4),
        words: words(22, number * 128 + k, 12 + value(23, number, k, 40)),
        met: children.prefix(1).map { Encounter.Met(person: $0, seen: kind.isFaceToFace) })
    }
  }

  private func surname(_ x: Int) -> String {
    let name =
      Self.syllables[x % 45] + Self.syllables[x / 45 % 45] + ["s", "n", "r", "ll"][x / 2025 % 4]
    return (x % 16 == 0 ? "O'" : "") + capital(name)
  }

  private func forename(_ x: Int) -> String {
    capital(Self.syllables[x % 45] + Self.syllables[x / 45 % 45] + ["n", "l", ""][x % 3])
  }

  private func capital(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst()
  }

  private func words(_ tag: UInt64, _ a: Int, _ count: Int) -> String {
    (0..<count).map { Self.vocabulary[value(tag, a, $0, 32)] }.joined(separator: " ")
  }

  private func value(_ tag: UInt64, _ a: Int, _ b: Int, _ bound: UInt64) -> Int {
    let seed = mix(777_000 + tag)
    let mixed = mix(
      seed &+ UInt64(a) &* 0x9e37_79b9_7f4a_7c15 &+ UInt64(b) &* 0xd1b5_4a32_d192_ed03)
    return Int(((mixed >> 32) * bound) >> 32)
  }

  private func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
