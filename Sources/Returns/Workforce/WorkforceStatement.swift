public import Practice

/// What a children's social work workforce census (CSWW) states.
public enum WorkforceStatement: Sendable, Equatable {
  /// Once, before the first worker.
  case header(WorkforceHeader)
  /// The authority's vacancies, as they stood.
  case vacancies([StatedElement])
  case worker(WorkforceWorker)
}

/// Which census this is.
public struct WorkforceHeader: Sendable, Equatable {
  public let line: Int
  /// The year of the 30 September that it is as at.
  public let year: Int?
  public let referenceDay: Day?
  /// Three-digit code of the authority.
  public let authority: String?
}

/// A social worker in the census. It holds no names.
public struct WorkforceWorker: Sendable, Equatable {
  public let line: Int
  /// Social Work England number as it is stated.
  public let registration: String
  public let isAgency: Bool?
  /// Hundredths of full time in the post; nil where it was not stated.
  public let fullTimePercent: Int?
  public let born: Day?
  public let ethnicity: String?
  /// 1 senior manager, 2 middle manager, 3 first line manager, 4 senior practitioner, 5 case holder,
  /// 6 qualified without cases.
  public let role: Int?
  public let begun: Day?
  public let ended: Day?
  /// Why the worker left: code 1 … 10 of the census.
  public let reasonLeft: String?
  /// Hundredths of full time worked on 30 September.
  public let fullTimePercentAtCensus: Int?
  /// Cases held on 30 September.
  public let cases: Int?
  /// True where the worker was absent on 30 September.
  public let isAbsent: Bool?
  /// Every cell, as it stood.
  public let stated: [StatedElement]
}
