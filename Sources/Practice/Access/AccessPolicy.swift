/// Who may see and do what: for each role, by what ties them to the family (fact book 7.2). What an
/// authority has decided otherwise stands before the standard, from the day that it said.
public struct AccessPolicy: Sendable, Equatable {
  /// What an authority decided about one matter.
  public struct Rule: Sendable, Equatable {
    public let role: AccountRole
    public let tie: Tie
    public let matter: Matter
    public let isAllowed: Bool
    public let from: Day

    public init(role: AccountRole, tie: Tie, matter: Matter, isAllowed: Bool, from: Day) {
      self.role = role
      self.tie = tie
      self.matter = matter
      self.isAllowed = isAllowed
      self.from = from
    }
  }

  private var allowed: [UInt32]

  /// - Parameter decided: in the order in which it was told; a later rule stands before an earlier one
  ///   that began on the same day or before.
  public init(_ decided: [Rule] = [], on day: Day) {
    allowed = Array(repeating: 0, count: AccountRole.allCases.count * Tie.allCases.count)
    for (role, ties, matters) in Self.standard {
      for tie in ties {
        for matter in matters { set(role, tie, matter, true) }
      }
    }
    var begun: [Int: Day] = [:]
    for rule in decided where rule.from <= day && !Self.isFixed(rule.role, rule.tie, rule.matter) {
      let key = Self.place(rule.role, rule.tie) * 32 + rule.matter.bit
      if let before = begun[key], before > rule.from { continue }
      begun[key] = rule.from
      set(rule.role, rule.tie, rule.matter, rule.isAllowed)
    }
  }

  public func allows(_ role: AccountRole, _ tie: Tie, _ matter: Matter) -> Bool {
    allowed[Self.place(role, tie)] >> UInt32(matter.bit) & 1 == 1
  }

  /// True where a matter makes no sense with a tie: what is asked of the service knows no family.
  public static func isFixed(_ role: AccountRole, _ tie: Tie, _ matter: Matter) -> Bool {
    !matter.isOfFamily && tie != .none
  }

  private mutating func set(_ role: AccountRole, _ tie: Tie, _ matter: Matter, _ isAllowed: Bool) {
    let bit = UInt32(1) << UInt32(matter.bit)
    if isAllowed {
      allowed[Self.place(role, tie)] |= bit
    } else {
      allowed[Self.place(role, tie)] &= ~bit
    }
  }

  private static func place(_ role: AccountRole, _ tie: Tie) -> Int {
    role.place * Tie.allCases.count + tie.place
  }

  private static let all: [Matter] = [.find, .people, .words, .meet]
  private static let read: [Matter] = [.find, .people, .words]

  /// The table of the fact book (7.2), as far as Kith knows its matters.
  static let standard: [(AccountRole, [Tie], [Matter])] = [
    (.socialWorker, [.own, .team, .jointWork, .review, .named, .opened], all),
    (.socialWorker, [.own, .team, .named], [.lookers]),
    (.socialWorker, [.none], [.service, .teams, .breakGlass]),
    (.podManager, [.own, .team, .jointWork, .review, .named, .opened], all),
    (.podManager, [.own, .team, .named], [.lookers]),
    (.podManager, [.none], [.service, .teams, .breakGlass, .review, .agree]),
    (.unitCoordinator, [.own, .team, .named], [.find, .people]),
    (.unitCoordinator, [.none], [.service, .teams]),
    (.leadPractitioner, [.own, .jointWork, .named, .opened], all),
    (.leadPractitioner, [.none], [.service, .teams, .breakGlass]),
    (.clinician, [.own, .jointWork, .named], all),
    (.clinician, [.none], [.service, .teams]),
    (.personalAdviser, [.own, .named], all),
    (.personalAdviser, [.own, .named], [.lookers]),
    (.personalAdviser, [.none], [.service, .teams]),
    (.conferenceChair, [.review, .named, .opened], all),
    (.conferenceChair, [.review, .named], [.lookers]),
    (.conferenceChair, [.none], [.service, .teams, .breakGlass]),
    (.frontDoor, [.own, .opened, .named], all),
    (.frontDoor, [.none], [.find, .open, .service, .teams]),
    (.leader, [.opened, .named], read),
    (
      .leader, [.none],
      [.find, .open, .service, .teams, .returns, .bringIn, .review, .restrict, .agree, .govern]
    ),
    (.principalSocialWorker, [.sampled, .named], read),
    (.principalSocialWorker, [.own, .jointWork], all),
    (.principalSocialWorker, [.none], [.service, .teams]),
    (.analyst, [.none], [.service, .teams, .returns, .bringIn]),
    (.legal, [.instructed, .named], read),
    (.legal, [.none], [.teams]),
    (.informationOfficer, [.opened, .named], read),
    (.informationOfficer, [.opened, .named], [.lookers]),
    (
      .informationOfficer, [.none],
      [.find, .open, .service, .teams, .looked, .review, .restrict, .agree, .govern]
    ),
    (.inspector, Tie.allCases, read),
    (.inspector, [.none], [.service, .teams]),
    (.administrator, [.none], [.teams, .returns, .bringIn]),
  ]
}

extension AccountRole {
  var place: Int { Self.places[self] ?? 0 }
  private static let places = Dictionary(
    uniqueKeysWithValues: zip(allCases, 0...))
}

extension Tie {
  var place: Int { Self.places[self] ?? 0 }
  private static let places = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))
}

extension Matter {
  var bit: Int { Self.bits[self] ?? 0 }
  private static let bits = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))
}
