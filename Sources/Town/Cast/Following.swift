import Practice

/// Follows the script: what the cast does goes through the same doors as what chance does.
extension Years {
  mutating func follow(_ step: Script.Step) {
    switch step.turn {
    case .start(let key, let team):
      if let worker = castWorker(key) { start(worker, team: team) }
    case .move(let key, let team):
      if let worker = castWorker(key) { move(worker, to: team) }
    case .leave(let key):
      if let worker = castWorker(key) { leave(worker, seat: -1) }
    case .open(let family, let key): openCast(family, key)
    case .openMade(let strand, let count, let key): openMade(strand, count, key)
    case .handOver(let key, let to, let reason):
      if let strand = castStrands[key], let worker = castWorker(to) {
        handOver(strand, to: worker, because: reason)
      }
    case .beside(let key, let who, let role, let reason):
      if let strand = castStrands[key], let worker = castWorker(who) {
        joinBeside(strand, worker, role, because: reason)
      }
    case .stepBack(let key, let who):
      if let strand = castStrands[key], let worker = castWorker(who) {
        for place in stepBackPlaces(worker, strand) { stepBack(strand, place) }
      }
    case .help(let key): if let strand = castStrands[key] { setLevel(strand, .help) }
    case .protect(let key): if let strand = castStrands[key] { protect(strand) }
    case .unprotect(let key): if let strand = castStrands[key] { unprotect(strand) }
    case .care(let key, let person, let course):
      if let strand = castStrands[key], let child = castChildren[person] {
        comeIntoCare(child, strand, course)
      }
    case .told(let key, let note): if let strand = castStrands[key] { write(note, strand) }
    case .name(let person, let name):
      if let child = castChildren[person] {
        tell(.takeName(children[child].person, name), family: children[child].family)
      }
    }
  }

  func castWorker(_ key: String) -> Int? { script.workers.firstIndex { $0.key == key } }

  private mutating func openCast(_ written: CastFamily, _ key: String) {
    let place = families.count
    let (family, lives) = maker.family(
      written, on: today, place: place, firstChild: children.count, number: &numbered)
    for (life, someone) in zip(lives, written.people.filter(\.isChild)) {
      castChildren[someone.key] = children.count
      children.append(life)
    }
    families.append(family)
    beginCast(written.key, place, key)
  }

  private mutating func openMade(_ strand: String, _ count: Int, _ key: String) {
    let place = families.count
    let (family, lives) = maker.family(
      on: today, place: place, firstChild: children.count, children: count, number: &numbered)
    families.append(family)
    children.append(contentsOf: lives)
    beginCast(strand, place, key)
  }

  private mutating func beginCast(_ key: String, _ family: Int, _ worker: String) {
    let strand = strands.count
    castStrands[key] = strand
    families[family].lastStrand = strand
    strands.append(
      Strand(
        family: family, role: .keyworker, from: today, team: Structure.castPod, way: .help,
        cast: true, kids: families[family].children.map { Strand.Kid(child: $0, from: today) },
        levels: [(today, .findingOut)]))
    for kid in families[family].children {
      children[kid].help = lasting(helpBegins(kid, source: "2B", need: "N1"))
      agenda.plan(.grown(child: kid, strand: strand), on: children[kid].adult)
    }
    if let worker = castWorker(worker) { take(strand, worker, because: .firstContact) }
    tellOpening(family, strand)
  }

  /// Written down on the working day after.
  private mutating func write(_ note: Script.Note, _ strand: Int) {
    guard let worker = castWorker(note.worker) else { return }
    let family = families[strands[strand].family]
    let people = family.people
    let met = note.met.compactMap { met -> Encounter.Met? in
      let id = CastID.person(met.person)
      guard people.contains(where: { $0.person.id == id }) else { return nil }
      return Encounter.Met(person: id, seen: met.how != .spoken, alone: met.how == .alone)
    }
    let encounter = Encounter(
      id: maker.ids.next(), family: family.family.id,
      practitioner: workers[worker].practitioner.id, day: Day(today), kind: note.kind,
      place: note.place, title: note.title, words: note.words, met: met)
    tell(.recordEncounter(encounter), by: worker, family: strands[strand].family)
  }
}
