import Practice

extension Place {
  /// The places that somebody's role goes with, in their order.
  static func all(for may: May) -> [Place] {
    allCases.filter { place in
      switch place {
      case .families, .search: true
      case .teams: may.allows(.teams)
      case .service: may.allows(.service)
      case .imports: may.allows(.returns)
      case .access: [.review, .restrict, .agree, .looked, .govern].contains { may.allows($0) }
      }
    }
  }
}
