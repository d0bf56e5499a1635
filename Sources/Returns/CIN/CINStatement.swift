public import Practice

/// What a CIN census states, piece by piece.
public enum CINStatement: Sendable, Equatable {
  /// Once, before the first child.
  case header(CINHeader)
  case child(CINChild)
}

/// Which census this is.
public struct CINHeader: Sendable, Equatable {
  public let line: Int
  /// The year that the file was read as.
  public let year: CollectionYear
  public let referenceDay: Day?
  /// Three-digit code of the authority.
  public let authority: String?
}

/// A child in need as a census states them.
public struct CINChild: Sendable, Equatable {
  public let line: Int
  /// The council's identifier.
  public let child: String
  public let pupilNumber: String?
  public let formerPupilNumber: String?
  /// Why there is no pupil number: `UN1` … `UN7`.
  public let pupilNumberUnknown: String?
  /// Nil for a child who was not born yet.
  public let born: Day?
  public let expected: Day?
  public let died: Day?
  /// `F`, `M` or `U`, whichever way the year wrote it; nil where it was not stated.
  public let sex: String?
  public let ethnicity: String?
  public let disabilities: [String]
  public let referrals: [CINReferral]
  /// Elements that the census does not know, as they stood.
  public let stated: [StatedElement]
}

/// An episode of need: from a referral until the case is closed.
public struct CINReferral: Sendable, Equatable {
  public let line: Int
  public let referred: Day
  /// Closed on; open where nil.
  public let closed: Day?
  public let source: String?
  public let need: String?
  /// True where the referral led to no further action; nil where it was not stated.
  public let isWithoutAction: Bool?
  public let closureReason: String?
  /// An initial child protection conference that followed no enquiry of this episode.
  public let conference: Day?
  public let assessments: [CINAssessment]
  /// Plans for a child in need, from when until when.
  public let plans: [Period]
  public let enquiries: [CINEnquiry]
  public let protectionPlans: [CINProtectionPlan]
  /// Elements kept as they stood: pre-proceedings and family group decision making (2026-27), and
  /// any that the census does not know.
  public let stated: [StatedElement]
}

/// An assessment: begun, reviewed within the office, authorised.
public struct CINAssessment: Sendable, Equatable {
  public let line: Int
  public let begun: Day
  public let reviewed: Day?
  public let authorised: Day?
  /// Factors found, such as `3B`.
  public let factors: [String]
}

/// A section 47 enquiry, and the conference that followed.
public struct CINEnquiry: Sendable, Equatable {
  public let line: Int
  public let begun: Day
  public let conferenceTarget: Day?
  public let conference: Day?
  public let isConferenceNotRequired: Bool?
}

/// A child protection plan and its reviews.
public struct CINProtectionPlan: Sendable, Equatable {
  public let line: Int
  public let period: Period
  /// `NEG`, `PHY`, `SAB`, `EMO` or `MUL`: when it began, and now.
  public let initialCategory: String?
  public let latestCategory: String?
  public let earlierPlans: Int?
  public let reviews: [Day]
}

/// An element that is kept as it stood.
public struct StatedElement: Sendable, Equatable {
  /// Names from the group that holds it, with slashes: `PreProceedingsandFGDM/PPStartDate`.
  public let path: String
  public let text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
