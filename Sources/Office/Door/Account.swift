public import Practice

/// Who is asking: no page and no command reaches the store without one.
public struct Actor: Sendable {
  public let authority: Authority
  public let account: String
  public let role: AccountRole
  public let practitioner: ID<Practitioner>?
  public let today: Day

  public init(
    authority: Authority, account: String, role: AccountRole, practitioner: ID<Practitioner>?,
    today: Day
  ) {
    self.authority = authority
    self.account = account
    self.role = role
    self.practitioner = practitioner
    self.today = today
  }
}
