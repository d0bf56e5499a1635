import Practice
import Store

/// A tie as it was typed and understood.
enum TieTyped: Sendable {
  case grant(AccessGrant)
  case ownFamily(ConflictOfInterest)

  var family: ID<Family> {
    switch self {
    case .grant(let grant): grant.family
    case .ownFamily(let own): own.family
    }
  }

  var deed: Deed {
    switch self {
    case .grant: .grantAccess
    case .ownFamily: .declareConflict
    }
  }

  func fact(_ id: ID<Fact>, because: String) -> FactRow {
    switch self {
    case .grant(let grant): AccessRecords.grant(grant, fact: id, because: because)
    case .ownFamily(let own): AccessRecords.conflict(own, fact: id, because: because)
    }
  }
}

/// What was typed of a tie.
struct TieForm: Sendable {
  static let kinds: [(value: String, words: String)] = [
    ("jointWork", "Joint work was agreed"), ("sampled", "The record is in a sample for audit"),
    ("instructed", "They are instructed in a legal matter"),
    ("ownFamily", "It is a family of their own, or of somebody close to them: hide it from them"),
  ]

  /// Days that a tie lasts at most; then it is agreed anew.
  static let longest = 366

  var reference = ""
  var who = ""
  var kind = ""
  var until = ""
  var because = ""

  init() {}

  init(_ form: Form) {
    reference = form["reference"] ?? ""
    who = form["who"] ?? ""
    kind = form["kind"] ?? ""
    until = form["until"] ?? ""
    because = form["because"] ?? ""
  }

  struct Faults: Error { let all: [Fault] }

  func tie(
    of family: Family?, among colleagues: TeamColleagues, by writer: ID<Practitioner>?,
    today: Day
  ) -> Result<TieTyped, Faults> {
    var found: [Fault] = []
    if family == nil {
      found.append(
        Fault(field: "reference", words: "Enter the reference of a family that is known here"))
    }
    let matching = colleagues.called(who)
    if matching.count != 1 {
      found.append(
        Fault(
          field: "who",
          words: "Enter the name of one who works here, as the teams show it, or a Social Work "
            + "England number"))
    }
    if let one = matching.first, one == writer, kind != "ownFamily" {
      found.append(
        Fault(field: "who", words: "Enter somebody else: nobody gives a tie to themselves"))
    }
    if !Self.kinds.contains(where: { $0.value == kind }) {
      found.append(Fault(field: "kind", words: "Choose what ties them"))
    }
    let period = Period(from: today, until: Day(until))
    if (until.isEmpty && kind != "ownFamily") || (!until.isEmpty && Day(until) == nil)
      || period == nil || period?.until == today
      || period?.until.map({ $0 - today > Self.longest }) == true
    {
      found.append(
        Fault(field: "until", words: "Enter a day to come, within a year, on which it ends"))
    }
    if because.unicodeScalars.count(where: { !$0.properties.isWhitespace }) < OpenForm.shortest {
      found.append(Fault(field: "because", words: "Say who agreed it and what for"))
    }
    guard let family, let period, let who = matching.first, found.isEmpty else {
      return .failure(Faults(all: found))
    }
    guard let granted = AccessGrant.Kind(rawValue: kind) else {
      return .success(
        .ownFamily(ConflictOfInterest(family: family.id, practitioner: who, period: period)))
    }
    return .success(
      .grant(AccessGrant(family: family.id, practitioner: who, kind: granted, period: period)))
  }
}
