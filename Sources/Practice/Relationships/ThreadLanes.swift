/// A line for everyone who was alongside or met the child, and which of them the window shows.
struct ThreadLanes {
  private(set) var shown: [ChildThread.Lane] = []
  private(set) var place: [ID<Practitioner>: Int] = [:]
  /// How many people there are in the whole record.
  let everyone: Int

  init(_ facts: ThreadFacts, window: ThreadWindow) {
    var tenures: [ID<Practitioner>: [Tenure]] = [:]
    var meetings: [ID<Practitioner>: [ThreadMeeting]] = [:]
    var arrival: [ID<Practitioner>: Day] = [:]
    for tenure in facts.tenures {
      tenures[tenure.practitioner, default: []].append(tenure)
      arrival[tenure.practitioner] = min(
        arrival[tenure.practitioner] ?? .farthest, tenure.period.from)
    }
    for meeting in facts.meetings {
      if window.first <= meeting.day, meeting.day <= window.last {
        meetings[meeting.practitioner, default: []].append(meeting)
      }
      if tenures[meeting.practitioner] == nil {
        arrival[meeting.practitioner] = min(
          arrival[meeting.practitioner] ?? .farthest, meeting.day)
      }
    }
    everyone = arrival.count
    // Keyworkers stand in the order in which they became keyworker.
    for (practitioner, held) in tenures {
      let first = held.filter { $0.role == .keyworker }.map(\.period.from).min()
      if let first { arrival[practitioner] = first }
    }
    let order = arrival.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    for keyworkers in [true, false] {
      var number = 0
      for practitioner in order {
        let held = tenures[practitioner] ?? []
        guard held.contains(where: { $0.role == .keyworker }) == keyworkers else { continue }
        add(
          practitioner, facts.name(practitioner), isKeyworker: keyworkers, order: number,
          held: held, met: meetings[practitioner] ?? [], window: window)
        number += 1
      }
    }
  }

  private mutating func add(
    _ practitioner: ID<Practitioner>, _ name: String, isKeyworker: Bool, order: Int,
    held: [Tenure], met: [ThreadMeeting], window: ThreadWindow
  ) {
    let spans = held.filter { window.shows($0.period) }
      .sorted { $0.period.from < $1.period.from }
      .map { tenure in
        let period = tenure.period
        return ChildThread.Span(
          tenure: tenure, from: window.share(period.from),
          until: window.share(period.until ?? window.today + 1),
          opensBefore: period.from < window.first,
          goesOn: period.until.map { $0 > window.last } ?? true,
          days: period.days(by: window.today))
      }
    guard !spans.isEmpty || !met.isEmpty else { return }
    place[practitioner] = shown.count
    shown.append(
      ChildThread.Lane(
        practitioner: practitioner, name: name, isKeyworker: isKeyworker, order: order,
        spans: spans, meetings: met.sorted { $0.day < $1.day }))
  }

  /// Those who stood in, in any role but the keyworker's, on a day of the run.
  func cover(during run: DayRun) -> [Int] {
    shown.indices.filter { lane in
      shown[lane].spans.contains { span in
        span.tenure.role == .cover && span.tenure.period.touches(run.first, run.last)
      }
    }
  }
}
