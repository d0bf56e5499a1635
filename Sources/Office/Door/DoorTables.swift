import Practice
import Store

/// The door's own tables: who may sign in, and who is signed in.
enum DoorTables {
  static let all = [account, session]

  static let account = Table(
    "account", .door, key: ["sign_in_name"],
    [
      /// The name as it is compared: without regard to capitals and spacing.
      Column("sign_in_name", .text),
      Column("name", .text), Column("role", AccountRole.self),
      Column("practitioner", .id, optional: true, references: "practitioner"),
      Column("salt", .bytes), Column("rounds", .integer), Column("verifier", .bytes),
      Column("added", .instant), Column("ended", .instant, optional: true),
    ])

  static let session = Table(
    "session", .door, key: ["token_digest"],
    [
      Column("token_digest", .bytes),
      /// The account's `sign_in_name`.
      Column("account", .text),
      Column("csrf", .text), Column("begun", .instant), Column("last_seen", .instant),
    ])
}
