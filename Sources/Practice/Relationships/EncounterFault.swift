/// Why an encounter cannot be as it was told.
public enum EncounterFault: Sendable, Equatable {
  /// It would be on a day that is still to come.
  case notYet
  /// Nobody of the family took part.
  case nobodyTookPart
  /// Someone took part before the day on which they were born: the day was mistyped, or the person.
  case beforeBirth(ID<Person>, born: Day)
  /// Someone was seen in a call or a message, which is in touch and not seeing. A call on a screen
  /// is told as a visit or a meeting online.
  case seenFromAfar
}

extension Encounter {
  /// What is wrong with it, as at `today`; empty where nothing is.
  /// - Parameter born: of those whose birth is known.
  public func faults(today: Day, born: [ID<Person>: Day]) -> [EncounterFault] {
    var faults: [EncounterFault] = []
    if day > today { faults.append(.notYet) }
    if met.isEmpty { faults.append(.nobodyTookPart) }
    for one in met {
      if let birth = born[one.person], birth > day, day <= today {
        faults.append(.beforeBirth(one.person, born: birth))
      }
    }
    if kind == .call || kind == .message, met.contains(where: \.seen) {
      faults.append(.seenFromAfar)
    }
    return faults
  }
}
