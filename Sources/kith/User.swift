public import ArgumentParser
import Foundation
public import Office
import Practice
import Store

struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "The people who may sign in.", subcommands: [Add.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add someone who may sign in; the password is asked for.",
      discussion: """
        The password is read from the terminal without showing it, or from standard input: it is
        never an argument, because arguments can be seen by others on the machine.

        Example: kith user add "Ama Boateng" --role podManager
        """)

    @Argument(help: "The name to sign in with.")
    var name: String

    @Option(
      help: "One of: \(AccountRole.allCases.map(\.rawValue).joined(separator: ", ")).")
    var role: AccountRole

    @Option(help: "Social Work England number of the practitioner whose families are theirs.")
    var registration: String?

    @OptionGroup var options: StoreOptions

    func run() async throws {
      let store = try await options.open()
      let authority = try await store.authority(options.authority)
      var practitioner: ID<Practitioner>?
      if let registration {
        practitioner = try await store.read { reading in
          try reading.first(
            """
            SELECT practitioner FROM practitioner_about
            WHERE authority = \(authority.number) AND registration = \(registration)
            """
          ) { $0.id(0) }
        }
        guard practitioner != nil else { throw NoSuchPractitioner(registration: registration) }
      }
      try await Accounts.add(
        to: store, authority, name: name, password: try Password.ask(), role: role,
        practitioner: practitioner, now: .now)
      print("\(name) can sign in to \(authority.name) as \(role.words.lowercased()).")
    }
  }
}

extension AccountRole: ExpressibleByArgument {}

struct NoSuchPractitioner: Refusal {
  let registration: String
  var what: String { "Nobody was added." }
  var why: String { "No practitioner of this authority has the number \(registration)." }
  var remedy: String { "Check the number, or leave --registration away." }
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
