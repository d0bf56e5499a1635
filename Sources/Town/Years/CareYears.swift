import Practice

/// Protection plans, coming into care, the time in care, and growing up.
extension Years {
  mutating func foundOut(_ strand: Int) {
    guard strands[strand].isOpen, strands[strand].levels.last?.level == .findingOut else { return }
    setLevel(strand, strands[strand].way == .longHelp ? .longHelp : .help)
  }

  func baseLevel(_ strand: Int) -> Strand.Level {
    strands[strand].way == .longHelp ? .longHelp : .help
  }

  mutating func setLevel(_ strand: Int, _ level: Strand.Level) {
    strands[strand].levels.append((today, level))
  }

  mutating func protect(_ strand: Int) {
    guard strands[strand].isOpen else { return }
    var plans: [Lasting<Plan>] = []
    for kid in strands[strand].openKids where children[kid].care == nil {
      // The first review is due three months on (fact book 2.2).
      let plan = lasting(
        Plan(
          child: children[kid].person, kind: .protection, period: Period(from: Day(today)),
          reviewDue: Day(today + 91)))
      children[kid].protection = plan
      plans.append(plan)
    }
    guard !plans.isEmpty else { return }
    tell(.agreePlan(plans), by: strands[strand].worker, family: strands[strand].family)
    setLevel(strand, .protection)
    someoneBeside(strand, .conferenceChair, days: 720)
  }

  mutating func unprotect(_ strand: Int) {
    let ended = strands[strand].openKids.compactMap { endProtection($0) }
    guard !ended.isEmpty else { return }
    tell(.endPlan(ended), by: strands[strand].worker, family: strands[strand].family)
    if strands[strand].isOpen, !anyoneInCare(strand) { setLevel(strand, baseLevel(strand)) }
    for place in strands[strand].beside.indices
    where strands[strand].beside[place].role == .conferenceChair { stepBack(strand, place) }
  }

  mutating func endProtection(_ kid: Int) -> Lasting<Plan>? {
    guard let open = children[kid].protection else { return nil }
    children[kid].protection = nil
    return Lasting(
      number: open.number,
      value: Plan(
        child: open.value.child, kind: open.value.kind, period: ending(open.value.period)))
  }

  func anyoneInCare(_ strand: Int) -> Bool {
    strands[strand].openKids.contains { children[$0].care != nil }
  }

  mutating func intoCare(_ strand: Int) {
    guard strands[strand].isOpen else { return }
    let kids = strands[strand].openKids.filter {
      children[$0].care == nil && children[$0].adult > today + 14
    }
    guard let first = kids.first else { return }
    let chosen = kids.filter { $0 == first || chance.happens(7000) }
    for kid in chosen {
      let course = CareCourse(born: children[kid].born, start: today, &chance)
      comeIntoCare(kid, strand, course)
    }
    if chosen.count < kids.count {
      agenda.plan(
        .othersFinish(strand: strand),
        on: frame.workingDay(from: today + 90 + chance.lasting(mean: 200)))
    }
  }

  mutating func comeIntoCare(_ kid: Int, _ strand: Int, _ course: CareCourse) {
    children[kid].course = course
    children[kid].careSince = today
    let home = moveIn(kid, strand, course.spells[0])
    beginSpell(kid, course.spells[0], family: strands[strand].family)
    guard let begun = children[kid].care else { return }
    tell(.comeIntoCare(begun, home), by: strands[strand].worker, family: strands[strand].family)
    setLevel(strand, .care)
    if let until = course.spells[0].until {
      agenda.plan(.careTurn(child: kid, strand: strand, spell: 1), on: until)
    }
    agenda.plan(
      .review(child: kid, strand: strand, since: today, count: 0),
      on: frame.workingDay(from: today + 24))
    agenda.plan(
      .adviser(child: kid),
      on: max(Int(Day(children[kid].born).adding(years: 16).number), today + 91))
    if !strands[strand].beside.contains(where: { $0.role == .reviewingOfficer && $0.until == .max })
    {
      someoneBeside(strand, .reviewingOfficer, days: 0)
    }
  }

  mutating func beginSpell(_ kid: Int, _ spell: CareCourse.Spell, family: Int) {
    children[kid].care = lasting(
      CareEpisode(
        child: children[kid].person, period: Period(from: Day(today)),
        reasonBegun: spell.reasonBegun,
        legalStatus: spell.status, need: children[kid].course?.need ?? "N1", home: spell.home,
        provider: spell.provider, homePostcode: families[family].homePostcode,
        placementPostcode: spell.postcode))
  }

  func endedSpell(_ open: Lasting<CareEpisode>, _ spell: CareCourse.Spell) -> Lasting<CareEpisode> {
    let care = open.value
    return Lasting(
      number: open.number,
      value: CareEpisode(
        child: care.child, period: ending(care.period), reasonBegun: care.reasonBegun,
        legalStatus: care.legalStatus, need: care.need, home: care.home, provider: care.provider,
        reasonEnded: spell.reasonEnded, reasonHomeChanged: spell.reasonHomeChanged,
        homePostcode: care.homePostcode, placementPostcode: care.placementPostcode))
  }

  /// The next spell in care, or its end.
  mutating func careTurn(_ kid: Int, _ strand: Int, _ next: Int) {
    guard let course = children[kid].course, let open = children[kid].care else { return }
    let family = strands[strand].family
    let ended = endedSpell(open, course.spells[next - 1])
    if next < course.spells.count {
      let spell = course.spells[next]
      let move = spell.moved ? moveIn(kid, strand, spell) : .none
      beginSpell(kid, spell, family: family)
      if let begun = children[kid].care {
        tell(.changeCare(from: ended, to: begun, move), by: strands[strand].worker, family: family)
      }
      if let until = spell.until {
        agenda.plan(.careTurn(child: kid, strand: strand, spell: next + 1), on: until)
      }
      return
    }
    children[kid].care = nil
    children[kid].course = nil
    let goesHome = course.spells[next - 1].reasonEnded?.utf8.starts(with: "E4".utf8) ?? false
    let move = goesHome ? moveTo(kid, families[family].home, new: nil) : HouseMove.none
    tell(.leaveCare(ended, move), by: strands[strand].worker, family: family)
    guard strands[strand].isOpen, !anyoneInCare(strand) else { return }
    setLevel(strand, baseLevel(strand))
    for place in strands[strand].beside.indices
    where strands[strand].beside[place].role == .reviewingOfficer { stepBack(strand, place) }
    if !strands[strand].cast {
      agenda.plan(
        .finish(strand: strand), on: frame.workingDay(from: today + chance.between(25, 210)))
    }
  }

  mutating func review(_ kid: Int, _ strand: Int, since: Int, count: Int) {
    guard children[kid].care != nil, children[kid].careSince == since, strands[strand].isOpen
    else { return }
    let age = (today - children[kid].born) / 365
    let codes = age < 4 ? ["PN0"] : ["PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7"]
    let weights = age < 4 ? [1] : [48, 6, 4, 3, 14, 20, 5]
    let chair = strands[strand].beside.last { $0.role == .reviewingOfficer && $0.until == .max }
    tell(
      .recordReview(
        CareReview(
          child: children[kid].person, day: Day(today),
          participation: codes[chance.weighted(weights)])),
      by: chair?.worker ?? strands[strand].worker, family: strands[strand].family)
    let gap = count == 0 ? chance.between(78, 90) : chance.between(160, 183)
    agenda.plan(
      .review(child: kid, strand: strand, since: since, count: count + 1),
      on: frame.workingDay(from: today + gap))
  }

  /// From 16 in care, a personal adviser, who stays alongside until 21.
  mutating func meetAdviser(_ kid: Int) {
    guard children[kid].care != nil, today < children[kid].adult else { return }
    let family = children[kid].family
    let strand = strands.count
    strands.append(
      Strand(
        family: family, role: .personalAdviser, from: today, team: Structure.leadership, way: .care,
        cast: false, kids: [], levels: [(today, .inTouch)]))
    guard let worker = successor(strand, besides: nil) else { return }
    strands[strand].kids = [Strand.Kid(child: kid, from: today)]
    take(strand, worker, because: .firstContact)
    tell(.comeAlongside(strands[strand].openTenures), by: worker, family: family)
    agenda.plan(.finish(strand: strand), on: Int(Day(children[kid].born).adding(years: 21).number))
  }
}
