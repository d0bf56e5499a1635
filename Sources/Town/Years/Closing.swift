import Practice

/// How help is finished, for some of the children or for all, and whether a family may come back.
extension Years {
  mutating func finish(_ strand: Int) {
    guard strands[strand].isOpen else { return }
    if anyoneInCare(strand) { return }
    if strands[strand].openKids.contains(where: { children[$0].protection != nil }) {
      agenda.plan(.finish(strand: strand), on: today + 60)
      return
    }
    close(strand)
    guard strands[strand].role == .keyworker, !strands[strand].cast else { return }
    let family = strands[strand].family
    if chance.happens(2950) {
      agenda.plan(
        .comeBack(family: family), on: frame.workingDay(from: today + chance.between(20, 364)))
    } else if chance.happens(1500) {
      agenda.plan(
        .comeBack(family: family), on: frame.workingDay(from: today + chance.between(366, 1500)))
    }
  }

  /// Everybody's last day with these children.
  mutating func close(_ strand: Int) {
    let worker = strands[strand].worker
    endHelp(
      strand, places: strands[strand].kids.indices.filter { strands[strand].kids[$0].until == .max }
    )
    if let worker {
      workers[worker].holds.removeAll { $0 == strand }
      if let last = strands[strand].segments.indices.last {
        strands[strand].segments[last].until = today
      }
    }
    for place in strands[strand].beside.indices { stepBack(strand, place) }
    strands[strand].until = today
    strands[strand].turn += 1
  }

  /// Brothers and sisters at home, while a child of the strand stays in care.
  mutating func othersFinish(_ strand: Int) {
    guard strands[strand].isOpen, anyoneInCare(strand) else { return }
    endHelp(
      strand,
      places: strands[strand].kids.indices.filter {
        strands[strand].kids[$0].until == .max
          && children[strands[strand].kids[$0].child].care == nil
      })
  }

  mutating func growUp(_ kid: Int, _ strand: Int) {
    guard strands[strand].isOpen,
      let place = strands[strand].kids.firstIndex(where: { $0.child == kid && $0.until == .max })
    else { return }
    if strands[strand].openKids == [kid] { close(strand) } else { endHelp(strand, places: [place]) }
  }

  private mutating func endHelp(_ strand: Int, places: [Int]) {
    guard !places.isEmpty else { return }
    let (worker, family) = (strands[strand].worker, strands[strand].family)
    var (help, tenures): ([Lasting<HelpPeriod>], [Lasting<Tenure>]) = ([], [])
    var protection: [Lasting<Plan>] = []
    // Codes of the census: closed after finding out, or services ceased for another reason.
    let reason = strands[strand].way == .findingOut ? "RC8" : "RC7"
    for place in places {
      let kid = strands[strand].kids[place].child
      if let worker, let ended = endTenure(strand, place, worker, nil) { tenures.append(ended) }
      strands[strand].kids[place].until = today
      guard strands[strand].role == .keyworker else { continue }
      if let ended = endProtection(kid) { protection.append(ended) }
      guard let open = children[kid].help else { continue }
      children[kid].help = nil
      help.append(
        Lasting(
          number: open.number,
          value: HelpPeriod(
            person: open.value.person, period: ending(open.value.period),
            source: open.value.source, need: open.value.need, reasonEnded: reason)))
    }
    if !protection.isEmpty { tell(.endPlan(protection), by: worker, family: family) }
    if help.isEmpty, tenures.isEmpty { return }
    tell(
      help.isEmpty ? .stepBack(tenures) : .endHelp(help: help, tenures: tenures), by: worker,
      family: family)
  }
}
