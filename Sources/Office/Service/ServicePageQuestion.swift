import Practice

/// Which children a figure of the service's page was counted from.
struct ServicePageQuestion: Equatable {
  enum About: Equatable {
    /// So many different social workers: 0, 1, 2, or 3 for three or more.
    case band(months: Int, band: Int)
    /// Another social worker for this reason, in twelve months.
    case reason(ChangeReason)
    /// No social worker on the day.
    case withoutWorker
  }

  let day: Day
  let about: About
  /// Counted from 1.
  var page = 1

  static let perPage = 200

  init(day: Day, about: About, page: Int = 1) {
    self.day = day
    self.about = about
    self.page = page
  }

  /// `?day=2026-03-31&months=12&band=3`, `&reason=TSPROC`, `&without=worker`; nil where the query
  /// asks for nothing that the page shows.
  init?(_ query: NamedValues) {
    guard let day = query.day("day") else { return nil }
    self.day = day
    page = max(1, query["page"].flatMap { Int($0) } ?? 1)
    if let reason = query["reason"] {
      guard let reason = ChangeReason(rawValue: reason) else { return nil }
      about = .reason(reason)
    } else if query["without"] == "worker" {
      about = .withoutWorker
    } else {
      guard let months = query["months"].flatMap({ Int($0) }), [12, 24].contains(months),
        let band = query["band"].flatMap({ Int($0) }), (0...3).contains(band)
      else { return nil }
      about = .band(months: months, band: band)
    }
  }

  var address: Address {
    var address = Address("/service/children").query("day", day.description)
    switch about {
    case .band(let months, let band):
      address = address.query("months", "\(months)").query("band", "\(band)")
    case .reason(let reason): address = address.query("reason", reason.rawValue)
    case .withoutWorker: address = address.query("without", "worker")
    }
    return page > 1 ? address.query("page", "\(page)") : address
  }

  func at(page: Int) -> ServicePageQuestion {
    ServicePageQuestion(day: day, about: about, page: page)
  }

  var words: String {
    switch about {
    case .band(let months, let band):
      let workers =
        switch band {
        case 0: "no social worker in the record"
        case 1: "one social worker"
        case 2: "two social workers"
        default: "three or more social workers"
        }
      return "Children with \(workers) in the \(months) months to \(day.inWords)"
    case .reason(let reason):
      return "Children whose social worker changed in the 12 months to \(day.inWords): "
        + reason.words
    case .withoutWorker: return "Children in care without a social worker on \(day.inWords)"
    }
  }

  /// Each child with the places of the tenures that count, in the order of the children's ids.
  func children(of histories: [ChildHistory]) -> [(history: ChildHistory, tenures: [Int])] {
    let stability: Stability
    switch about {
    case .band(24, _): stability = .twentyFourMonths(of: histories, asAt: day)
    case .band, .reason, .withoutWorker: stability = .twelveMonths(of: histories, asAt: day)
    }
    var counted: [ID<Person>: WorkersOfChild] = [:]
    for child in stability.each { counted[child.child] = child }
    return histories.compactMap { history in
      guard let workers = counted[history.child] else { return nil }
      switch about {
      case .band(_, let band):
        return min(3, workers.workers.count) == band ? (history, workers.tenures) : nil
      case .reason(let reason):
        let changes = ChangesOfChild(of: history, in: LookBack(months: 12, asAt: day)).changes
          .filter { history.tenures[$0].begun == reason }
        return changes.isEmpty ? nil : (history, changes)
      case .withoutWorker:
        return history.keyworkerPlace(on: day) == nil ? (history, workers.tenures) : nil
      }
    }
  }
}
