/// How people were in touch: continuity is read for each apart (fact book 5.3).
public enum ContactMode: String, Sendable, CaseIterable {
  /// In the same room.
  case faceToFace
  /// By telephone, on a screen, in writing.
  case atADistance

  /// The mode of an encounter; nil for kinds that say neither (`other`). A visit or a meeting held
  /// online is at a distance.
  public init?(of encounter: Encounter) {
    switch encounter.kind {
    case .visit, .meeting: self = encounter.place == .online ? .atADistance : .faceToFace
    case .call, .message: self = .atADistance
    case .other: return nil
    }
  }
}

/// A day on which a child was in touch with practitioners in one mode. Several encounters of a day
/// are one contact, so that a worker who comes in the morning and in the evening is counted once.
public struct DirectContact: Sendable, Equatable {
  public let day: Day
  /// Who met the child that day, each once, in the order in which it was told.
  public let practitioners: [ID<Practitioner>]
  /// The encounters beneath.
  public let encounters: [ID<Encounter>]

  public init(day: Day, practitioners: [ID<Practitioner>], encounters: [ID<Encounter>] = []) {
    self.day = day
    self.practitioners = practitioners
    self.encounters = encounters
  }

  /// The contacts of `child` up to and including `day`, by day. An encounter counts where the child
  /// was part of it; face to face only where the child was seen.
  public static func of(
    _ child: ID<Person>, in encounters: some Sequence<Encounter>, mode: ContactMode,
    until day: Day
  ) -> [DirectContact] {
    let own = encounters.enumerated().filter { _, encounter in
      encounter.day <= day && ContactMode(of: encounter) == mode
        && encounter.met.contains { $0.person == child && ($0.seen || mode == .atADistance) }
    }
    let inOrder = own.sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
    var contacts: [DirectContact] = []
    for (_, encounter) in inOrder {
      guard let last = contacts.last, last.day == encounter.day else {
        contacts.append(
          DirectContact(
            day: encounter.day, practitioners: [encounter.practitioner],
            encounters: [encounter.id]))
        continue
      }
      let known = last.practitioners.contains(encounter.practitioner)
      contacts[contacts.count - 1] = DirectContact(
        day: last.day,
        practitioners: known ? last.practitioners : last.practitioners + [encounter.practitioner],
        encounters: last.encounters + [encounter.id])
    }
    return contacts
  }
}

/// Whom a contact with several practitioners is counted for.
public enum JointVisits: String, Sendable, CaseIterable {
  /// The keyworker where present, else an equal part for each. The default.
  case keyworkerElseShared
  /// The keyworker where present, else the one told first.
  case keyworkerElseFirst
  /// Always an equal part for each.
  case shared

  /// The practitioners among whom the contact is divided in equal parts.
  public func counted(
    _ practitioners: [ID<Practitioner>], keyworker: ID<Practitioner>?
  ) -> [ID<Practitioner>] {
    guard practitioners.count > 1 else { return practitioners }
    if self != .shared, let keyworker, practitioners.contains(keyworker) { return [keyworker] }
    return self == .keyworkerElseFirst ? Array(practitioners.prefix(1)) : practitioners
  }
}
