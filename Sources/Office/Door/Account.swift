public import Practice

/// Who is asking: no page and no command reaches the store without one.
public struct Actor: Sendable {
  public let authority: Authority
  public let account: String
  public let role: AccountRole
  public let practitioner: ID<Practitioner>?
  public let today: Day
  /// What a program may ask; nil for a person.
  public let service: ServiceScope?

  public init(
    authority: Authority, account: String, role: AccountRole, practitioner: ID<Practitioner>?,
    today: Day, service: ServiceScope? = nil
  ) {
    self.authority = authority
    self.account = account
    self.role = role
    self.practitioner = practitioner
    self.today = today
    self.service = service
  }
}
