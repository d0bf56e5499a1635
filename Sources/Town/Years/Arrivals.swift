import Practice

/// How families come to the service, are opened, and come back.
extension Years {
  /// Spreads first arrivals over the ten years, with those already known on the first day before.
  mutating func planArrivals(_ count: Int) {
    let known = count * 118 / 1000
    for _ in 0..<known {
      let way = [Way.findingOut, .help, .longHelp, .protection, .care][
        chance.weighted([5, 32, 19, 16, 28])]
      let day = frame.first - chance.between(1, way == .findingOut ? 60 : 1090)
      let rest = way == .findingOut ? 40 : chance.lasting(mean: 330)
      agenda.plan(.open(way: way, atLeastUntil: frame.first + rest), on: day)
    }
    let span = frame.last - frame.first
    for _ in 0..<(count - known) {
      // A little thinner with the years, as more families come back who were known before.
      var day = chance.below(span)
      if chance.happens(Years.thinning * day / span) { day = chance.below(span / 3) }
      agenda.plan(
        .open(way: newWay(), atLeastUntil: 0), on: frame.workingDay(from: frame.first + day))
    }
  }

  private static let thinning = 500

  mutating func newWay() -> Way {
    [Way.findingOut, .help, .longHelp, .protection, .care][
      chance.weighted([430, 280, 68, 153, 69])]
  }

  mutating func openFamily(_ way: Way, atLeastUntil: Int) {
    let place = families.count
    let (family, lives) = maker.family(
      on: today, place: place, firstChild: children.count, number: &numbered)
    families.append(family)
    children.append(contentsOf: lives)
    let strand = begin(place, way: way, children: family.children, atLeastUntil: atLeastUntil)
    tellOpening(place, strand)
    if chance.happens(3000) {
      agenda.plan(.moveHouse(family: place), on: today + chance.lasting(mean: 500))
    }
  }

  func opening(_ family: Int, help: [Lasting<HelpPeriod>], tenures: [Lasting<Tenure>])
    -> FamilyOpening
  {
    let made = families[family]
    return FamilyOpening(
      family: made.family, people: made.people, members: made.members, kinship: made.kinship,
      households: made.households, residences: made.residences, help: help, tenures: tenures)
  }

  mutating func tellOpening(_ family: Int, _ strand: Int) {
    strands[strand].openedBy = duty()
    let kids = strands[strand].openKids
    tell(
      .openFamily(
        opening(
          family, help: kids.compactMap { children[$0].help },
          tenures: strands[strand].openTenures)),
      by: strands[strand].openedBy, family: family)
  }

  /// Known before and here again: to the same worker where that can be (R49).
  mutating func comeBack(_ family: Int) {
    let young = families[family].children.filter {
      children[$0].help == nil && children[$0].adult > today + 30 && children[$0].care == nil
    }
    guard !young.isEmpty else { return }
    let strand = begin(family, way: newWay(), children: young, atLeastUntil: 0)
    let kids = strands[strand].openKids
    strands[strand].openedBy = duty()
    tell(
      .comeBack(
        help: kids.compactMap { children[$0].help }, tenures: strands[strand].openTenures),
      by: strands[strand].openedBy, family: family)
  }

  /// Begins a period of help and plans where it leads.
  mutating func begin(_ family: Int, way: Way, children kids: [Int], atLeastUntil: Int) -> Int {
    let team = teamForNew(kids)
    let strand = strands.count
    strands.append(
      Strand(
        family: family, role: .keyworker, from: today, team: team, way: way, cast: false,
        kids: kids.map { Strand.Kid(child: $0, from: today) },
        levels: [(today, .findingOut)]))
    let source = newSource()
    let need = newNeed()
    for kid in kids {
      children[kid].help = lasting(helpBegins(kid, source: source, need: need))
      agenda.plan(.grown(child: kid, strand: strand), on: children[kid].adult)
    }
    let worker = earlierWorker(family) ?? leastLoaded(team)
    families[family].lastStrand = strand
    if let worker {
      strands[strand].team = workers[worker].team ?? team
      take(strand, worker, because: .firstContact)
    } else {
      agenda.plan(.fillGap(strand: strand, turn: 0), on: today + 7)
    }
    planWay(strand, way, atLeastUntil: atLeastUntil)
    return strand
  }

  func helpBegins(_ kid: Int, source: String, need: String) -> HelpPeriod {
    HelpPeriod(
      person: children[kid].person, period: Period(from: Day(today)), source: source, need: need)
  }

  /// Who asked, in the census's codes: family, friends, school, health, police and others.
  mutating func newSource() -> String {
    let codes = ["1A", "1B", "1D", "2B", "3A", "3D", "5A", "5C", "6", "4", "7", "8", "9"]
    return codes[chance.weighted([60, 40, 15, 190, 60, 90, 40, 50, 290, 20, 70, 40, 35])]
  }

  /// The main need, in the census's codes; the shares are near England's.
  mutating func newNeed() -> String {
    ["N1", "N2", "N3", "N4", "N5", "N6", "N8"][chance.weighted([560, 90, 30, 90, 170, 30, 30])]
  }

  private mutating func planWay(_ strand: Int, _ way: Way, atLeastUntil: Int) {
    let found = today + chance.between(18, 62)
    var end = found
    switch way {
    case .findingOut: end = today + chance.between(12, 66)
    case .help: end = found + 40 + chance.lasting(mean: 260)
    case .longHelp: end = found + 500 + chance.lasting(mean: 1100)
    case .protection:
      let plan = today + chance.between(24, 90)
      let over = plan + 85 + chance.lasting(mean: 210)
      agenda.plan(.protect(strand: strand), on: plan)
      agenda.plan(.unprotect(strand: strand), on: max(over, atLeastUntil))
      end = over + chance.between(40, 230)
      if chance.happens(4000) {
        agenda.plan(.someoneBeside(strand: strand, role: .familySupport, days: 200), on: plan)
      }
    case .care:
      let start =
        chance.happens(2500) ? today + chance.between(0, 3) : today + chance.between(20, 320)
      agenda.plan(.intoCare(strand: strand), on: start)
      end = start + 240
    }
    if way != .findingOut { agenda.plan(.foundOut(strand: strand), on: found) }
    end = max(end, atLeastUntil)
    agenda.plan(.finish(strand: strand), on: frame.workingDay(from: end))
    if way != .findingOut, chance.happens(2600) {
      agenda.plan(
        .someoneBeside(
          strand: strand, role: chance.happens(5500) ? .familySupport : .coWorker, days: 0),
        on: found + chance.between(1, 90))
    }
    if way == .protection || way == .care, chance.happens(2200) {
      agenda.plan(
        .someoneBeside(strand: strand, role: .leadPractitioner, days: 120),
        on: found + chance.between(10, 160))
    }
    planNextMove(strand)
  }

  /// The worker of this family's last time of help, where they are still here and it is not long
  /// ago.
  private mutating func earlierWorker(_ family: Int) -> Int? {
    guard
      let last = families[family].lastStrand,
      today - strands[last].until <= 365, let worker = strands[last].segments.last?.worker,
      workers[worker].open, workers[worker].isHere(today), workers[worker].capacity > 0,
      today >= frame.redesign, chance.happens(7500)
    else { return nil }
    return worker
  }
}
