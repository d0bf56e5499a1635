public import ArgumentParser
import Foundation
public import Office
import Practice
import Store

extension AccountRole: ExpressibleByArgument {}

/// What is said of somebody who joins.
struct JoiningOptions: ParsableArguments {
  static let roles: ArgumentHelp =
    "One of: \(AccountRole.allCases.map(\.rawValue).joined(separator: ", "))."

  @Option(help: JoiningOptions.roles)
  var role: AccountRole

  @Option(help: "Social Work England number of the practitioner whose families are theirs.")
  var registration: String?

  func practitioner(_ store: Store, _ authority: Authority) async throws -> ID<Practitioner>? {
    guard let registration else { return nil }
    let found: ID<Practitioner>? = try await store.read { reading in
      try reading.first(
        """
        SELECT practitioner FROM practitioner_about
        WHERE authority = \(authority.number) AND registration = \(registration)
        """
      ) { $0.id(0) }
    }
    guard let found else { throw NoSuchPractitioner(registration: registration) }
    return found
  }
}

struct NoSuchPractitioner: Refusal {
  let registration: String
  var what: String { "Nobody was added." }
  var why: String { "No practitioner of this authority has the number \(registration)." }
  var remedy: String { "Check the number, or leave --registration away." }
}

extension StoreOptions {
  /// The store, and the authority that is meant.
  func opened() async throws -> (store: Store, authority: Authority) {
    let store = try await open()
    return (store, try await store.authority(authority))
  }
}

/// Reads a password: typed unseen at a terminal, or the first line of standard input.
enum Password {
  static func ask() throws -> String {
    guard isatty(0) != 0 else { return readLine(strippingNewline: true) ?? "" }
    FileHandle.standardError.write(Data("Password: ".utf8))
    var before = termios()
    tcgetattr(0, &before)
    var unseen = before
    unseen.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(0, TCSANOW, &unseen)
    defer {
      tcsetattr(0, TCSANOW, &before)
      FileHandle.standardError.write(Data("\n".utf8))
    }
    return readLine(strippingNewline: true) ?? ""
  }
}
