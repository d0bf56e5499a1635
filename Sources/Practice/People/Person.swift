/// Anyone whom Kith knows of: a child, a parent, a carer, a neighbour. Practitioners are kept apart
/// (`Practitioner`), because they are alongside families in their work.
public struct Person: Sendable, Equatable {
  public let id: ID<Person>
  public let born: Day?
  public let died: Day?

  public init(id: ID<Person>, born: Day? = nil, died: Day? = nil) {
    self.id = id
    self.born = born
    self.died = died
  }
}

/// A name as it is used: the one a person prefers, the one on papers, one they had before.
public struct PersonName: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case preferred, legal, former, alias
  }
  public let kind: Kind
  public let given: String
  public let family: String

  public init(kind: Kind = .legal, given: String, family: String) {
    self.kind = kind
    self.given = given
    self.family = family
  }

  /// Given name and family name with one space, or whichever there is.
  public var full: String {
    given.isEmpty ? family : family.isEmpty ? given : "\(given) \(family)"
  }
}

extension Sequence<PersonName> {
  /// The name to use in speech and on screen: the preferred one, else the one on papers.
  public var spoken: PersonName? {
    for kind in [PersonName.Kind.preferred, .legal, .alias, .former] {
      if let name = first(where: { $0.kind == kind }) { return name }
    }
    return nil
  }
}

/// What a person has told about how to speak with and of them, and what the returns ask for.
public struct PersonDetail: Sendable, Equatable {
  /// `F`, `M` or `U` (unknown or other), as the returns of 2025 and later write it.
  public var sex: String?
  /// Four-letter code of the returns, such as `WBRI`.
  public var ethnicity: String?
  /// As the person gives them: "she/her", "they/them".
  public var pronouns: String?
  public var language: String?
  public var interpreter: Bool

  public init(
    sex: String? = nil, ethnicity: String? = nil, pronouns: String? = nil,
    language: String? = nil, interpreter: Bool = false
  ) {
    self.sex = sex
    self.ethnicity = ethnicity
    self.pronouns = pronouns
    self.language = language
    self.interpreter = interpreter
  }
}
