extension ChildThread {
  /// Lays the facts out along the window. Keyworkers whom `names` does not know are "Name not
  /// recorded".
  public init(_ facts: ThreadFacts, window: ThreadWindow) {
    let course = ThreadCourse(facts.tenures)
    let lanes = ThreadLanes(facts, window: window)
    let owed = facts.owedPeriods
    let nobody = course.daysWithNobody(owed: owed, today: window.today)
    let known = facts.recorded.map { periods in
      DayRun.joined(
        periods.map { DayRun($0.from, min($0.until ?? window.today, window.today)) })
    }

    self.window = window
    self.lanes = lanes.shown
    steps = course.stretches.compactMap { stretch in
      guard let period = Period(from: stretch.from, until: stretch.until), window.shows(period),
        let lane = lanes.place[stretch.practitioner]
      else { return nil }
      return Step(
        lane: lane, from: window.share(stretch.from),
        until: window.share(stretch.until ?? window.today + 1), period: period)
    }
    gaps = nobody.flatMap { run in
      let unknown = known.map { run.without($0) } ?? []
      return run.without(unknown).map { ($0, Gap.Kind.nobody) }
        + unknown.map { ($0, Gap.Kind.notRecorded) }
    }
    .filter { run, _ in run.first <= window.last && run.last >= window.first }
    .sorted { $0.0.first < $1.0.first }
    .map { run, kind in
      Gap(
        kind: kind, first: run.first, last: run.last == window.today ? nil : run.last,
        days: run.days, from: window.share(run.first), until: window.share(run.last + 1),
        cover: lanes.cover(during: run))
    }
    changes = ChildThread.changes(course, lanes: lanes, window: window)
    care = ChildThread.care(facts.care, window: window)

    var summary = Summary()
    summary.keyworkers = Set(course.stretches.map(\.practitioner)).count
    summary.others = lanes.everyone - summary.keyworkers
    summary.changes = zip(course.stretches, course.stretches.dropFirst())
      .count { $0.practitioner != $1.practitioner }
    summary.daysWithNobody =
      nobody.flatMap { run in known.map { run.without(run.without($0)) } ?? [run] }
      .reduce(0) { $0 + $1.days }
    summary.meetings = facts.meetings.count
    if let last = course.stretches.last, last.until.map({ $0 > window.today }) ?? true {
      summary.current = (facts.name(last.practitioner), last.from)
    }
    self.summary = summary
  }

  private static func changes(
    _ course: ThreadCourse, lanes: ThreadLanes, window: ThreadWindow
  ) -> [Change] {
    var known: Set<ID<Practitioner>> = []
    var changes: [Change] = []
    for (place, stretch) in course.stretches.enumerated() {
      defer { known.insert(stretch.practitioner) }
      guard window.first <= stretch.from, stretch.from <= window.last,
        let after = lanes.place[stretch.practitioner]
      else { continue }
      let before = place > 0 ? lanes.place[course.stretches[place - 1].practitioner] : nil
      changes.append(
        Change(
          day: stretch.from, at: window.share(stretch.from), before: before, after: after,
          isReturn: known.contains(stretch.practitioner),
          reason: stretch.tenure.begun ?? stretch.endedBefore,
          handover: stretch.tenure.handover))
    }
    return changes
  }

  private static func care(_ episodes: [CareEpisode], window: ThreadWindow) -> [CareSpan] {
    var joined: [(status: LegalStatus, period: Period)] = []
    for episode in episodes.sorted(by: { $0.period.from < $1.period.from }) {
      if let last = joined.last, last.status == episode.legalStatus,
        let until = last.period.until, episode.period.from <= until + 1,
        let longer = Period(from: last.period.from, until: episode.period.until)
      {
        joined[joined.count - 1].period = longer
      } else {
        joined.append((episode.legalStatus, episode.period))
      }
    }
    return joined.filter { window.shows($0.period) }.map { status, period in
      CareSpan(
        status: status, period: period, from: window.share(period.from),
        until: window.share(period.until ?? window.today + 1))
    }
  }
}

extension ThreadFacts {
  func name(_ practitioner: ID<Practitioner>) -> String {
    names[practitioner] ?? "Name not recorded"
  }

  var owedPeriods: [Period] {
    if let owed { return owed }
    if !care.isEmpty { return care.map(\.period) }
    let held = tenures.filter { $0.role == .keyworker }
    guard let first = held.map(\.period.from).min() else { return [] }
    let last =
      held.contains { $0.period.until == nil } ? nil : held.compactMap(\.period.until).max()
    return Period(from: first, until: last).map { [$0] } ?? []
  }
}
