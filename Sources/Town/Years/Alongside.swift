import Practice

/// Who walks alongside: beginning, handing over, gaps, and the reasons.
extension Years {
  /// How full of families a worker is, in families' children for a full post.
  private func fullness(_ worker: Int) -> Int {
    workers[worker].load * 1000 / workers[worker].capacity
  }

  /// Of those in the team who take families and are here today, who has most room.
  func leastLoaded(_ team: Int, besides: Int? = nil) -> Int? {
    var best: Int?
    for worker in rosters[team]
    where worker != besides && workers[worker].open && workers[worker].capacity > 0
      && workers[worker].isHere(today)
    {
      if best.map({ fullness(worker) < fullness($0) }) ?? true { best = worker }
    }
    return best
  }

  /// A team for children new to the service; young people who need it go to the adolescents' own.
  mutating func teamForNew(_ kids: [Int]) -> Int {
    let eldest = kids.map { children[$0].born }.min() ?? today
    let pods = today >= frame.redesign
    if pods, kids.count <= 2, eldest < today - 13 * 365, chance.happens(2600),
      leastLoaded(Structure.adolescentPod) != nil
    {
      return Structure.adolescentPod
    }
    let early = pods ? [] : stretchTeams(.assessment).filter { leastLoaded($0) != nil }
    let candidates = early.isEmpty ? takingTeams : early
    if candidates.isEmpty { return Structure.castPod }
    // The better of three: spread evenly, but not by a master plan.
    var best: (team: Int, full: Int)?
    for _ in 0..<3 {
      let team = chance.pick(candidates)
      guard let worker = leastLoaded(team) else { continue }
      let full = fullness(worker)
      if best.map({ full < $0.full }) ?? true { best = (team, full) }
    }
    return best?.team ?? Structure.castPod
  }

  var takingTeams: [Int] {
    structure.teams.indices.filter { structure.teams[$0].takesFamilies && leastLoaded($0) != nil }
  }

  func stretchTeams(_ stretch: Structure.Stretch) -> [Int] {
    structure.teams.indices.filter { structure.teams[$0].early == stretch }
  }

  /// The worker begins with the strand's children today; the tenures are made, not told.
  mutating func take(
    _ strand: Int, _ worker: Int, because reason: ChangeReason, handover: Handover? = nil
  ) {
    strands[strand].turn += 1
    strands[strand].segments.append(
      Strand.Segment(
        worker: worker, team: workers[worker].team ?? strands[strand].team, from: today))
    let role = strands[strand].role
    for place in strands[strand].kids.indices where strands[strand].kids[place].until == .max {
      strands[strand].kids[place].tenure = lasting(
        Tenure(
          child: children[strands[strand].kids[place].child].person,
          practitioner: workers[worker].practitioner.id,
          team: workers[worker].team.map { teams[$0].id }, role: role,
          period: Period(from: Day(today)), begun: reason, handover: handover))
      if role == .keyworker { workers[worker].load += 1 }
    }
    workers[worker].holds.append(strand)
  }

  /// The strand's worker ends today; answers the ended tenures, to be told.
  mutating func release(_ strand: Int, because reason: ChangeReason?) -> [Lasting<Tenure>] {
    guard let worker = strands[strand].worker, let last = strands[strand].segments.indices.last
    else { return [] }
    strands[strand].segments[last].until = today
    workers[worker].holds.removeAll { $0 == strand }
    return strands[strand].kids.indices.compactMap { endTenure(strand, $0, worker, reason) }
  }

  /// - Parameter place: of the child among the strand's children.
  mutating func endTenure(
    _ strand: Int, _ place: Int, _ worker: Int, _ reason: ChangeReason?
  ) -> Lasting<Tenure>? {
    guard let open = strands[strand].kids[place].tenure else { return nil }
    strands[strand].kids[place].tenure = nil
    if strands[strand].role == .keyworker { workers[worker].load -= 1 }
    return ended(open, because: reason)
  }

  func ended(_ open: Lasting<Tenure>, because reason: ChangeReason?) -> Lasting<Tenure> {
    let tenure = open.value
    return Lasting(
      number: open.number,
      value: Tenure(
        child: tenure.child, practitioner: tenure.practitioner, team: tenure.team,
        role: tenure.role, period: ending(tenure.period), begun: tenure.begun, ended: reason,
        handover: tenure.handover))
  }

  mutating func handOver(_ strand: Int, to worker: Int, because reason: ChangeReason) {
    let before = strands[strand].worker
    // Nobody begins and ends with a child on one day (SW09).
    guard before != worker, !beganToday(strand) else { return }
    let handover = goodbye(because: reason)
    let from = release(strand, because: reason)
    strands[strand].team = workers[worker].team ?? strands[strand].team
    take(strand, worker, because: reason, handover: handover)
    let to = strands[strand].openTenures
    tell(
      from.isEmpty ? .comeAlongside(to) : .handOver(from: from, to: to), by: before ?? worker,
      family: strands[strand].family)
  }

  func beganToday(_ strand: Int) -> Bool {
    strands[strand].worker != nil && strands[strand].segments.last?.from == today
  }

  /// Nobody is named for some days; the team's duty answers.
  mutating func leaveGap(_ strand: Int, because reason: ChangeReason) {
    let before = strands[strand].worker
    let from = release(strand, because: reason)
    guard !from.isEmpty else { return }
    tell(.stepBack(from), by: before, family: strands[strand].family)
    agenda.plan(
      .fillGap(strand: strand, turn: strands[strand].turn), on: today + chance.between(3, 26))
  }

  mutating func fillGap(_ strand: Int, _ turn: Int) {
    guard strands[strand].isOpen, strands[strand].turn == turn, strands[strand].worker == nil
    else { return }
    guard let worker = successor(strand, besides: nil) else {
      agenda.plan(.fillGap(strand: strand, turn: turn), on: today + 7)
      return
    }
    handOver(strand, to: worker, because: .workerLeft)
  }

  /// Who takes over: in the same team where there is room, else wherever somebody holds families.
  func successor(_ strand: Int, besides: Int?) -> Int? {
    if strands[strand].role == .personalAdviser {
      return rosters[Structure.leadership]
        .filter {
          $0 != besides && workers[$0].role == .personalAdviser && workers[$0].isHere(today)
        }
        .min { workers[$0].holds.count < workers[$1].holds.count }
    }
    if let near = leastLoaded(strands[strand].team, besides: besides) { return near }
    return takingTeams.compactMap { leastLoaded($0, besides: besides) }.first
      ?? stretchTeams(.safeguarding).compactMap { leastLoaded($0, besides: besides) }.first
  }

  mutating func goodbye(because reason: ChangeReason) -> Handover {
    let planned = chance.happens(reason == .absence ? 4500 : today >= frame.redesign ? 8200 : 6000)
    let told =
      chance.happens(8500) ? Day(max(frame.before, today - (planned ? chance.below(21) : 0))) : nil
    return Handover(
      planned: planned, saidGoodbye: planned && chance.happens(8000),
      saidHello: chance.happens(planned ? 8800 : 5200), familyTold: told)
  }
}
