import Practice

/// What makes a worker change while help goes on: wishes of children and parents, workloads, the way
/// of the service before the redesign, and the redesign itself.
extension Years {
  /// Plans what may come between a child and this worker: a wish for someone else, and before the
  /// redesign the passing on from team to team.
  mutating func planNextMove(_ strand: Int) {
    let turn = strands[strand].turn
    agenda.plan(.wish(strand: strand, turn: turn), on: today + 20 + chance.lasting(mean: 1250))
    if today < frame.redesign, !strands[strand].cast {
      agenda.plan(.passOn(strand: strand, turn: turn), on: today + chance.between(45, 80))
    }
  }

  mutating func wish(_ strand: Int, _ turn: Int) {
    guard strands[strand].isOpen, !strands[strand].cast, strands[strand].turn == turn,
      let worker = strands[strand].worker, let next = successor(strand, besides: worker)
    else { return }
    let reasons: [ChangeReason] = [
      .childAsked, .parentOrCarerAsked, .managingCaseloads, .other, .workerDied, .workerLeft,
    ]
    handOver(strand, to: next, because: reasons[chance.weighted([10, 50, 250, 389, 1, 300])])
    planNextMove(strand)
  }

  /// Whoever filled in hands over to the worker who will stay.
  mutating func settle(_ strand: Int, _ turn: Int) {
    guard strands[strand].isOpen, strands[strand].turn == turn,
      let worker = strands[strand].worker, let next = successor(strand, besides: worker)
    else { return }
    handOver(strand, to: next, because: chance.happens(6500) ? .workerLeft : .managingCaseloads)
    planNextMove(strand)
  }

  /// Before the redesign: from assessment to safeguarding, and from there to the care team.
  mutating func passOn(_ strand: Int, _ turn: Int) {
    guard today < frame.redesign, strands[strand].isOpen, strands[strand].turn == turn else {
      return
    }
    let stretch = structure.teams[strands[strand].team].early
    let inCare = strands[strand].openKids.contains { children[$0].care != nil }
    let next: Structure.Stretch
    switch stretch {
    case .assessment: next = inCare ? .care : .safeguarding
    case .safeguarding where inCare: next = .care
    default:
      agenda.plan(.passOn(strand: strand, turn: turn), on: today + 60)
      return
    }
    let team = chance.pick(stretchTeams(next))
    if let worker = leastLoaded(team, besides: strands[strand].worker) {
      handOver(strand, to: worker, because: .standardTransfer)
    }
    planNextMove(strand)
  }

  /// Once in a while a team looks at who carries how much, and a family moves from the fullest to
  /// whoever has most room. Newcomers get their families so.
  mutating func balance() {
    for team in rosters.indices {
      let holders = rosters[team].filter {
        workers[$0].open && workers[$0].capacity > 0 && workers[$0].isHere(today)
      }
      guard holders.count > 1, let low = leastLoaded(team) else { continue }
      func full(_ worker: Int) -> Int { workers[worker].load * 1000 / workers[worker].capacity }
      guard let high = holders.max(by: { full($0) < full($1) }),
        full(high) * 10 > full(low) * 20 + 600
      else { continue }
      let movable = workers[high].holds.filter {
        !strands[$0].cast && strands[$0].role == .keyworker
          && today - (strands[$0].segments.last?.from ?? today) > 60
      }
      guard !movable.isEmpty else { continue }
      let strand = chance.pick(movable)
      handOver(strand, to: low, because: .managingCaseloads)
      planNextMove(strand)
    }
    agenda.plan(.balance, on: today + 14)
  }

  /// The teams of each stretch become pods that hold a child throughout. Who works with a child
  /// stays with that child where the new pods allow it; where not, the change says so.
  mutating func redesign() {
    for (seat, holder) in holderOfSeat.enumerated() {
      guard let worker = holder else { continue }
      move(worker, to: structure.seats[seat].team)
    }
    for strand in strands.indices where strands[strand].isOpen && !strands[strand].cast {
      guard strands[strand].role == .keyworker, let worker = strands[strand].worker else {
        continue
      }
      strands[strand].team = workers[worker].team ?? strands[strand].team
      guard chance.happens(3600) else { continue }
      let taking = takingTeams
      guard !taking.isEmpty else { return }
      let team = chance.pick(taking)
      if let next = leastLoaded(team, besides: worker) {
        handOver(strand, to: next, because: .restructure)
        planNextMove(strand)
      }
    }
  }

  mutating func someoneBeside(_ strand: Int, _ role: TenureRole, days: Int) {
    guard strands[strand].isOpen, !strands[strand].openKids.isEmpty,
      !strands[strand].beside.contains(where: { $0.role == role && $0.until == .max }),
      let worker = someone(for: role, strand)
    else { return }
    joinBeside(strand, worker, role, because: nil)
    let length = days > 0 ? days / 2 + chance.below(days) : 60 + chance.lasting(mean: 200)
    if role != .reviewingOfficer {
      agenda.plan(
        .stepBack(strand: strand, place: strands[strand].beside.count - 1), on: today + length)
    }
  }

  mutating func joinBeside(_ strand: Int, _ worker: Int, _ role: TenureRole, because: ChangeReason?)
  {
    let tenures = strands[strand].openKids.map { kid in
      lasting(
        Tenure(
          child: children[kid].person, practitioner: workers[worker].practitioner.id,
          team: workers[worker].team.map { teams[$0].id }, role: role,
          period: Period(from: Day(today)), begun: because))
    }
    guard !tenures.isEmpty else { return }
    strands[strand].beside.append(
      Strand.Beside(worker: worker, role: role, from: today, tenures: tenures))
    workers[worker].beside.append(strand)
    tell(
      .comeAlongside(tenures), by: strands[strand].worker ?? worker, family: strands[strand].family)
  }

  mutating func stepBack(_ strand: Int, _ place: Int) {
    guard place < strands[strand].beside.count, strands[strand].beside[place].until == .max else {
      return
    }
    let worker = strands[strand].beside[place].worker
    tell(.stepBack(endBeside(strand, place)), by: worker, family: strands[strand].family)
  }

  mutating func endBeside(_ strand: Int, _ place: Int) -> [Lasting<Tenure>] {
    strands[strand].beside[place].until = today
    let beside = strands[strand].beside[place]
    if let position = workers[beside.worker].beside.firstIndex(of: strand) {
      workers[beside.worker].beside.remove(at: position)
    }
    return beside.tenures.map { ended($0, because: nil) }
  }

  private mutating func someone(for role: TenureRole, _ strand: Int) -> Int? {
    let wanted: StaffRole
    var team = strands[strand].team
    switch role {
    case .familySupport: wanted = .childrensPractitioner
    case .leadPractitioner: (wanted, team) = (.leadPractitioner, Structure.leadership)
    case .reviewingOfficer, .conferenceChair:
      (wanted, team) = (.conferenceChair, Structure.leadership)
    default: return leastLoaded(team, besides: strands[strand].worker)
    }
    let fit = rosters[team].filter { workers[$0].role == wanted && workers[$0].isHere(today) }
    return fit.isEmpty ? nil : chance.pick(fit)
  }
}
