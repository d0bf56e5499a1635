import Practice
import Store

/// The door's own tables: who may sign in and by what, who is signed in, and which programs may ask.
enum DoorTables {
  static let all = [
    account, session, halfOpen, recoveryCode, factorRule, invitation, service, news,
  ]

  /// True of one running service alone: no backup takes them along.
  static let passing = Set([session, halfOpen, invitation, news].map(\.name))

  static let account = Table(
    "account", .door, key: ["sign_in_name"],
    [
      /// The name as it is compared: without regard to capitals and spacing.
      Column("sign_in_name", .text),
      Column("name", .text), Column("role", AccountRole.self),
      Column("practitioner", .id, optional: true, references: "practitioner"),
      Column("salt", .bytes), Column("rounds", .integer),
      /// Nothing until whoever was invited has chosen a password.
      Column("verifier", .bytes, optional: true),
      /// The secret of the second step, encrypted under the key of the door.
      Column("factor", .bytes, optional: true),
      /// The latest half minute whose code was used, so that none is used twice.
      Column("factor_step", .integer),
      Column("added", .instant), Column("ended", .instant, optional: true),
    ])

  static let session = Table(
    "session", .door, key: ["token_digest"],
    [
      Column("token_digest", .bytes),
      /// What it is called on the page that lists it: no token can be made of it.
      Column("id", .id),
      /// The account's `sign_in_name`, here and below.
      Column("account", .text),
      Column("csrf", .text),
      /// In words of this program: "Firefox on Windows".
      Column("browser", .text), Column("begun", .instant), Column("last_seen", .instant),
    ])

  /// Whoever has given the password and not yet the second step: a table of its own, so that what
  /// looks for sessions cannot find one here.
  static let halfOpen = Table(
    "half_open", .door, key: ["token_digest"],
    [Column("token_digest", .bytes), Column("account", .text), Column("begun", .instant)])

  static let recoveryCode = Table(
    "recovery_code", .door, key: ["account", "digest"],
    [Column("account", .text), Column("digest", .bytes), Column("made", .instant)])

  /// The roles whose people sign in with a second step.
  static let factorRule = Table(
    "factor_rule", .door, key: ["role"],
    [Column("role", AccountRole.self), Column("since", .instant)]
  )

  static let invitation = Table(
    "invitation", .door, key: ["token_digest"],
    [Column("token_digest", .bytes), Column("account", .text), Column("ends", .instant)])

  /// Other programs that may ask.
  static let service = Table(
    "service_account", .door, key: ["name"],
    [
      Column("name", .text), Column("token_digest", .bytes), Column("scope", ServiceScope.self),
      Column("added", .instant), Column("ended", .instant, optional: true),
    ])

  /// Counts what every running Kith has to hear of: who is no longer signed in, or in another role.
  static let news = Table("door_news", .door, [Column("number", .integer)])
}
