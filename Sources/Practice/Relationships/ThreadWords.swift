extension Day {
  /// How long it is from this day until another, as people say it: "12 days", "5 weeks",
  /// "3 months", "2 years 4 months". Rounded down; "less than a day" where it is none.
  public func length(until other: Day) -> String {
    let days = other - self
    if days < 1 { return "less than a day" }
    if days < 21 { return days == 1 ? "1 day" : "\(days) days" }
    var months = (other.year - year) * 12 + other.date.month - date.month
    if adding(months: months) > other { months -= 1 }
    if months < 3 { return "\(days / 7) weeks" }
    let (years, rest) = (months / 12, months % 12)
    let inYears = years == 0 ? "" : years == 1 ? "1 year" : "\(years) years"
    let inMonths = rest == 0 ? "" : rest == 1 ? "1 month" : "\(rest) months"
    return inYears + (years > 0 && rest > 0 ? " " : "") + inMonths
  }
}

extension ChangeReason {
  /// A few words, where the picture has room for no more.
  public var fewWords: String {
    switch self {
    case .firstContact: "first contact"
    case .managingCaseloads: "workloads rebalanced"
    case .workerLeft: "worker before left"
    case .restructure: "service reorganised"
    case .standardTransfer: "passed between teams"
    case .absence: "cover or return"
    case .childAsked: "the child asked"
    case .parentOrCarerAsked: "the family asked"
    case .workerDied: "worker before died"
    case .other: "another reason"
    }
  }
}
