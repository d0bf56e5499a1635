public import Practice

/// One row of an SSDA903 table as it was stated, read into the types of practice.
public enum Statement: Sendable, Equatable {
  case header(HeaderRow)
  case episode(EpisodeRow)
  case worker(WorkerEpisodeRow)
  case review(ReviewRow)
  /// A row of any other table.
  case other(StatedRow)

  /// Line of the file on which it stands, counted from 1.
  public var line: Int {
    switch self {
    case .header(let row): row.line
    case .episode(let row): row.line
    case .worker(let row): row.line
    case .review(let row): row.line
    case .other(let row): row.line
    }
  }

  /// The council's identifier of the child.
  public var child: String {
    switch self {
    case .header(let row): row.child
    case .episode(let row): row.child
    case .worker(let row): row.child
    case .review(let row): row.child
    case .other(let row): row.child
    }
  }
}

/// Who a child is.
public struct HeaderRow: Sendable, Equatable {
  public let line: Int
  public let child: String
  /// `F`, `M` or `U`, whichever way the year wrote it.
  public let sex: String
  public let born: Day
  /// Four-letter code, such as `WBRI`.
  public let ethnicity: String
  /// Unique pupil number, or `UN1`… where there is none.
  public let pupilNumber: String?
  /// Whether this young person is a mother; nil where it was not stated.
  public let isMother: Bool?
  public let motherChildBorn: Day?

  public init(
    line: Int, child: String, sex: String, born: Day, ethnicity: String,
    pupilNumber: String? = nil, isMother: Bool? = nil, motherChildBorn: Day? = nil
  ) {
    self.line = line
    self.child = child
    self.sex = sex
    self.born = born
    self.ethnicity = ethnicity
    self.pupilNumber = pupilNumber
    self.isMother = isMother
    self.motherChildBorn = motherChildBorn
  }
}

/// A time in care under one legal status in one home, with the columns of `CareEpisode`.
public struct EpisodeRow: Sendable, Equatable {
  public let line: Int
  public let child: String
  public let period: Period
  public let reasonBegun: String
  public let legalStatus: LegalStatus
  public let need: String
  public let home: String
  public let provider: String?
  public let reasonEnded: String?
  public let reasonHomeChanged: String?
  public let homePostcode: String?
  public let placementPostcode: String?
  public let placementURN: String?

  public init(
    line: Int, child: String, period: Period, reasonBegun: String, legalStatus: LegalStatus,
    need: String, home: String, provider: String? = nil, reasonEnded: String? = nil,
    reasonHomeChanged: String? = nil, homePostcode: String? = nil,
    placementPostcode: String? = nil, placementURN: String? = nil
  ) {
    self.line = line
    self.child = child
    self.period = period
    self.reasonBegun = reasonBegun
    self.legalStatus = legalStatus
    self.need = need
    self.home = home
    self.provider = provider
    self.reasonEnded = reasonEnded
    self.reasonHomeChanged = reasonHomeChanged
    self.homePostcode = homePostcode
    self.placementPostcode = placementPostcode
    self.placementURN = placementURN
  }

  /// The same as the practice of care knows it, once the child has an id.
  public func careEpisode(of person: ID<Person>) -> CareEpisode {
    CareEpisode(
      child: person, period: period, reasonBegun: reasonBegun, legalStatus: legalStatus,
      need: need, home: home, provider: provider, reasonEnded: reasonEnded,
      reasonHomeChanged: reasonHomeChanged, homePostcode: homePostcode,
      placementPostcode: placementPostcode, placementURN: placementURN)
  }
}

/// Which worker was alongside a child, from when until when, and why they came.
public struct WorkerEpisodeRow: Sendable, Equatable {
  public let line: Int
  public let child: String
  public let born: Day
  /// Social Work England number (`SW` and digits), or `XX` and digits for someone who has none;
  /// in capitals.
  public let worker: String
  public let period: Period
  /// Why this worker began; nil where it was left blank.
  public let reason: ChangeReason?

  public init(
    line: Int, child: String, born: Day, worker: String, period: Period, reason: ChangeReason?
  ) {
    self.line = line
    self.child = child
    self.born = born
    self.worker = worker
    self.period = period
    self.reason = reason
  }
}

/// A review of a child in care.
public struct ReviewRow: Sendable, Equatable {
  public let line: Int
  public let child: String
  public let born: Day
  public let day: Day
  /// How the child took part: `PN0` … `PN7`.
  public let participation: String

  public init(line: Int, child: String, born: Day, day: Day, participation: String) {
    self.line = line
    self.child = child
    self.born = born
    self.day = day
    self.participation = participation
  }
}

/// A row of a table that is kept as it was stated.
public struct StatedRow: Sendable, Equatable {
  /// A column that was not blank. Days are written `2026-03-31`, whichever way the file wrote them.
  public struct Value: Sendable, Equatable {
    public let column: String
    public let text: String

    public init(column: String, text: String) {
      self.column = column
      self.text = text
    }
  }
  public let line: Int
  public let table: Table
  public let child: String
  /// The columns other than `CHILD`, in the order of the return.
  public let values: [Value]

  public init(line: Int, table: Table, child: String, values: [Value]) {
    self.line = line
    self.table = table
    self.child = child
    self.values = values
  }
}
