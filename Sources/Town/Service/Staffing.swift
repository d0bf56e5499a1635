import Practice

/// Who comes to the service, who leaves, who is away for long.
extension Years {
  mutating func setUpService() {
    for plan in structure.teams {
      teams.append(Team(id: maker.ids.next(), name: plan.name, kind: plan.kind))
      rosters.append([])
    }
    for team in teams { tell(.formTeam(team)) }
    holderOfSeat = Array(repeating: nil, count: structure.seats.count)
    for member in script.workers {
      workers.append(
        Worker(
          practitioner: member.practitioner, role: member.role,
          fullTimePercent: member.fullTimePercent, employment: member.employment,
          capacity: member.takesFamilies ? member.fullTimePercent : 0, cast: true,
          open: member.takesFamilies))
    }
    for seat in structure.seats.indices { fill(seat) }
    agenda.plan(.balance, on: today + 30)
    agenda.plan(.redesign, on: frame.redesign)
  }

  /// Somebody new takes the seat, with a length of stay of their own.
  mutating func fill(_ seat: Int) {
    let plan = structure.seats[seat]
    let agency =
      plan.share > 0 && chance.happens(today < frame.redesign ? 3000 : 800) && today > frame.before
    let number = workers.count - script.workers.count
    workers.append(
      Worker(
        practitioner: newPractitioner(number, role: plan.role), role: plan.role,
        fullTimePercent: plan.fullTimePercent, employment: agency ? .agency : .permanent,
        capacity: plan.share * plan.fullTimePercent / 100, cast: false, open: plan.share > 0))
    let worker = workers.count - 1
    holderOfSeat[seat] = worker
    start(worker, team: today < frame.redesign ? plan.early : plan.team)
    let stay = agency ? 60 + chance.lasting(mean: 200) : 40 + chance.lasting(mean: Years.stay)
    agenda.plan(.leave(worker: worker, seat: seat), on: frame.workingDay(from: today + stay))
    agenda.plan(.goAway(worker: worker), on: today + 30 + chance.lasting(mean: 8000))
  }

  /// Mean days in post: 12% of workers leave in a year.
  private static let stay = 3000

  mutating func start(_ worker: Int, team: Int) {
    let posting = lasting(newPosting(worker, team))
    workers[worker].posting = posting
    workers[worker].spans.append(Worker.Span(team: team, from: today))
    rosters[team].append(worker)
    tell(.join(workers[worker].practitioner, posting))
  }

  private func newPosting(_ worker: Int, _ team: Int) -> Posting {
    Posting(
      practitioner: workers[worker].practitioner.id, team: teams[team].id,
      role: workers[worker].role, fullTimePercent: workers[worker].fullTimePercent,
      employment: workers[worker].employment, period: Period(from: Day(today)))
  }

  private mutating func endPosting(_ worker: Int) -> Lasting<Posting>? {
    guard let last = workers[worker].spans.indices.last, let open = workers[worker].posting
    else { return nil }
    rosters[workers[worker].spans[last].team].removeAll { $0 == worker }
    workers[worker].spans[last].until = today
    workers[worker].posting = nil
    let posting = open.value
    return Lasting(
      number: open.number,
      value: Posting(
        practitioner: posting.practitioner, team: posting.team, role: posting.role,
        fullTimePercent: posting.fullTimePercent, employment: posting.employment,
        period: ending(posting.period)))
  }

  mutating func move(_ worker: Int, to team: Int) {
    guard workers[worker].team != team, let ended = endPosting(worker) else { return }
    let begun = lasting(newPosting(worker, team))
    workers[worker].posting = begun
    workers[worker].spans.append(Worker.Span(team: team, from: today))
    rosters[team].append(worker)
    tell(.move(from: ended, to: begun))
  }

  /// The families are handed over first, most of them the same day; a few wait for somebody.
  ///
  /// - Parameter seat: to be filled again; -1 where the post ends with the person.
  mutating func leave(_ worker: Int, seat: Int) {
    guard workers[worker].posting != nil else { return }
    workers[worker].open = false
    guard !workers[worker].holds.contains(where: { beganToday($0) }) else {
      agenda.plan(.leave(worker: worker, seat: seat), on: frame.workingDay(from: today + 1))
      return
    }
    handOnAll(worker, because: .workerLeft, gaps: 700)
    stepBackEverywhere(worker)
    if let ended = endPosting(worker) { tell(.leave(ended)) }
    guard seat >= 0 else { return }
    holderOfSeat[seat] = nil
    agenda.plan(.fill(seat: seat), on: frame.workingDay(from: today + chance.between(0, 60)))
  }

  func stepBackPlaces(_ worker: Int, _ strand: Int) -> [Int] {
    strands[strand].beside.indices.filter {
      strands[strand].beside[$0].worker == worker && strands[strand].beside[$0].until == .max
    }
  }

  /// Reviewing officers, specialists and others who leave are followed by a colleague where the
  /// law asks for one.
  mutating func stepBackEverywhere(_ worker: Int) {
    for strand in workers[worker].beside {
      for place in stepBackPlaces(worker, strand) {
        let role = strands[strand].beside[place].role
        stepBack(strand, place)
        if role == .reviewingOfficer || role == .conferenceChair {
          agenda.plan(.someoneBeside(strand: strand, role: role, days: 0), on: today + 1)
        }
      }
    }
  }

  mutating func handOnAll(_ worker: Int, because reason: ChangeReason, gaps: Int) {
    for strand in workers[worker].holds where !strands[strand].cast {
      if chance.happens(gaps) {
        leaveGap(strand, because: reason)
      } else if let next = successor(strand, besides: worker) {
        handOver(strand, to: next, because: reason)
        planNextMove(strand)
        // Some wait with a colleague until whoever is to stay has started.
        if reason == .workerLeft, chance.happens(7000) {
          agenda.plan(
            .settle(strand: strand, turn: strands[strand].turn), on: today + chance.between(30, 120)
          )
        }
      } else {
        leaveGap(strand, because: reason)
      }
    }
  }

  /// A long absence: illness, a baby, a secondment. Colleagues step in and most families get their
  /// worker back.
  mutating func goAway(_ worker: Int) {
    guard workers[worker].posting != nil else { return }
    guard !workers[worker].holds.contains(where: { beganToday($0) }) else {
      agenda.plan(.goAway(worker: worker), on: today + 1)
      return
    }
    let back = today + 45 + chance.lasting(mean: 130)
    workers[worker].away.append((today, back))
    let held = workers[worker].holds
    handOnAll(worker, because: .absence, gaps: 300)
    for strand in held where strands[strand].isOpen { strands[strand].waitingFor = worker }
    stepBackEverywhere(worker)
    agenda.plan(.comeBackToWork(worker: worker), on: back)
  }

  mutating func comeBackToWork(_ worker: Int) {
    guard workers[worker].posting != nil else { return }
    for strand in strands.indices where strands[strand].waitingFor == worker {
      strands[strand].waitingFor = nil
      guard strands[strand].isOpen, strands[strand].worker != nil, chance.happens(6500) else {
        continue
      }
      handOver(strand, to: worker, because: .absence)
      planNextMove(strand)
    }
    agenda.plan(.goAway(worker: worker), on: today + 200 + chance.lasting(mean: 8000))
  }

  private mutating func newPractitioner(_ number: Int, role: StaffRole) -> Practitioner {
    let heritage = Heritage.all[chance.weighted(Heritage.weights)]
    let female = chance.happens(8200)
    let given = chance.pick(female ? heritage.girls : heritage.boys)
    let surname = Heritage.surname(chance.pick(heritage.surnames), female: female)
    return Practitioner(
      id: maker.ids.next(), name: "\(given) \(surname)",
      registration: Service.isRegistered(role) ? Service.registration(number) : nil)
  }

  /// The Front Door worker on duty: who writes down a new family.
  mutating func duty() -> Int? {
    let here = rosters[Structure.frontDoor].filter { workers[$0].isHere(today) }
    return here.isEmpty ? nil : chance.pick(here)
  }
}

/// Facts about the made-up service.
enum Service {
  /// `SW` and six digits, different for each number below 900,000; the cast's begin with `SW0`.
  static func registration(_ number: Int) -> String {
    "SW\(100_000 + (number * 7_919 + 31_337) % 900_000)"
  }

  static func isRegistered(_ role: StaffRole) -> Bool {
    switch role {
    case .childrensPractitioner, .unitCoordinator, .businessSupport, .personalAdviser, .clinician,
      .socialWorkerInTraining, .other:
      false
    default: true
    }
  }
}
