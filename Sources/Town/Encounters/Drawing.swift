import Practice

/// Draws the encounters of a strand: when people meet next, who comes, whom they meet, what is
/// written down.
struct Drawing {
  let years: Lived
  /// Everyone who was ever in each team.
  let teamMembers: [[Int]]
  private var buffer: [UInt8] = []

  init(years: Lived) {
    self.years = years
    var members = Array(repeating: [Int](), count: years.teamCount)
    for (worker, known) in years.workers.enumerated() where known.capacity > 0 {
      for team in Set(known.spans.map(\.team)).sorted() { members[team].append(worker) }
    }
    teamMembers = members
  }

  /// Days to the next encounter, on average, by how much help there is.
  static func pace(_ level: Strand.Level) -> Int {
    switch level {
    case .findingOut: 22
    case .help: 36
    case .longHelp: 68
    case .protection: 23
    case .care: 33
    case .inTouch: 170
    }
  }

  static func gap(_ level: Strand.Level, _ chance: inout Chance) -> Int {
    let mean = pace(level)
    return max(1, (mean / 2 + chance.below(mean + 1) + chance.below(10)) / 10)
  }

  /// Who comes on that day, in a strand whose own worker then is `named`: mostly that worker, at
  /// times somebody beside them, and a colleague when they are on leave or out.
  func worker(_ strand: Int, named: Strand.Segment?, _ day: Int, _ chance: inout Chance) -> Int? {
    let known = years.strands[strand]
    let draw = chance.below(100)
    if draw < 12, !known.beside.isEmpty {
      let beside = known.beside[chance.below(known.beside.count)]
      if beside.from <= day, day < beside.until, years.workers[beside.worker].isHere(day) {
        return beside.worker
      }
    }
    if let named, years.workers[named.worker].isHere(day) {
      let away = Worker.isOnLeave(named.worker, day)
      if !away, draw < 91 { return named.worker }
      return colleague(strand, team: named.team, day, near: draw % 4 != 0, &chance)
        ?? (away ? nil : named.worker)
    }
    return colleague(strand, team: named?.team ?? known.team, day, near: true, &chance)
  }

  /// Somebody else of the team: one of the two or three who know the family, or whoever is on duty.
  private func colleague(
    _ strand: Int, team: Int, _ day: Int, near: Bool, _ chance: inout Chance
  ) -> Int? {
    let members = teamMembers[team]
    guard !members.isEmpty else { return nil }
    let start =
      near ? (strand &* 7 + chance.below(2) * 3) % members.count : chance.below(members.count)
    for step in 0..<members.count {
      let worker = members[(start + step) % members.count]
      let known = years.workers[worker]
      if known.isHere(day), !Worker.isOnLeave(worker, day),
        known.spans.contains(where: { $0.team == team && $0.from <= day && day < $0.until })
      {
        return worker
      }
    }
    return nil
  }

  /// What happened between this worker and the family on that day.
  mutating func encounter(
    _ id: ID<Encounter>, strand: Int, worker: Int, day: Int, level: Strand.Level, first: Bool,
    _ chance: inout Chance
  ) -> Encounter? {
    let known = years.strands[strand]
    let family = years.families[known.family]
    let kids = known.kids.filter { $0.from <= day && day < $0.until }
    guard !kids.isEmpty else { return nil }
    let child = years.children[kids[chance.below(kids.count)].child]
    let adults = family.adults
    let adultPlace = chance.happens(6200) ? 0 : chance.below(adults.count)
    let adult = adults.isEmpty || adults[adultPlace].died <= day ? nil : adults[adultPlace]
    let age = (day - child.born) / 365
    let kind = kind(level, first: first, canCall: adult != nil || age > 9, &chance)
    var met: [Encounter.Met] = []
    var place: Encounter.Place?
    switch kind {
    case .visit, .other:
      place = visitPlace(age: age, &chance)
      let alone = age > 3 && chance.happens(4200)
      met.append(Encounter.Met(person: child.person, seen: true, alone: alone))
      for other in kids
      where years.children[other.child].person != child.person && chance.happens(6500) {
        met.append(Encounter.Met(person: years.children[other.child].person, seen: true))
      }
      if let adult, !alone || chance.happens(5000) {
        met.append(Encounter.Met(person: adult.person, seen: true))
      }
    case .meeting:
      place =
        [.school, .office, .online, .familyCentre, .home][chance.weighted([38, 22, 20, 10, 10])]
      let seen = place != .online
      if let adult { met.append(Encounter.Met(person: adult.person, seen: seen)) }
      if age > 7 && chance.happens(5500) || met.isEmpty {
        met.append(Encounter.Met(person: child.person, seen: seen))
      }
    case .call, .message:
      if let adult, first || age < 12 || chance.happens(6500) {
        met.append(Encounter.Met(person: adult.person, seen: false))
      } else {
        met.append(Encounter.Met(person: child.person, seen: false))
      }
    }
    return Encounter(
      id: id, family: family.family.id, practitioner: years.workers[worker].practitioner.id,
      day: Day(day), kind: kind, place: place, title: title(kind, first: first, &chance),
      words: words(
        kind, first: first, child: child.given,
        adult: met.contains { $0.person == adult?.person } ? adult?.given : nil, &chance), met: met)
  }

  private func kind(
    _ level: Strand.Level, first: Bool, canCall: Bool, _ chance: inout Chance
  ) -> Encounter.Kind {
    let kinds: [Encounter.Kind] = [.visit, .call, .meeting, .message, .other]
    let kind =
      level == .inTouch
      ? kinds[chance.weighted([30, 34, 10, 24, 2])] : kinds[chance.weighted([38, 30, 13, 17, 2])]
    if first, canCall { return .call }
    return canCall || kind.isFaceToFace ? kind : .visit
  }

  private func visitPlace(age: Int, _ chance: inout Chance) -> Encounter.Place {
    let places: [Encounter.Place] = [.home, .school, .outdoors, .familyCentre, .office, .hospital]
    return places[chance.weighted([62, age > 4 ? 18 : 0, age > 8 ? 9 : 4, 8, 4, age < 1 ? 6 : 1])]
  }

  private func title(_ kind: Encounter.Kind, first: Bool, _ chance: inout Chance) -> String {
    if first { return "First call to the Front Door" }
    switch kind {
    case .visit, .other: return chance.pick(Words.visitTitles)
    case .call: return chance.pick(Words.callTitles)
    case .meeting: return chance.pick(Words.meetingTitles)
    case .message: return chance.pick(Words.messageTitles)
    }
  }

  private mutating func words(
    _ kind: Encounter.Kind, first: Bool, child: String, adult: String?, _ chance: inout Chance
  ) -> String {
    buffer.removeAll(keepingCapacity: true)
    let lists: [[Phrase]]
    switch kind {
    case .visit, .other: lists = [Words.opening, Words.middle, Words.closing]
    case .call: lists = [adult == nil ? Words.youngCall : first ? Words.firstCall : Words.call]
    case .meeting: lists = [Words.meeting, Words.closing]
    case .message: lists = [Words.message]
    }
    let (childBytes, adultBytes) = (Array(child.utf8), adult.map { Array($0.utf8) })
    for list in lists {
      for _ in 0..<12 {
        let phrase = list[chance.below(list.count)]
        if phrase.namesAdult, adultBytes == nil { continue }
        phrase.write(to: &buffer, child: childBytes, adult: adultBytes ?? [])
        break
      }
    }
    return String(decoding: buffer, as: UTF8.self)
  }
}
