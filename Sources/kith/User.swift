import ArgumentParser
import Foundation
import Office
import Practice
import Store

struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "The people who may sign in: joiners, movers, leavers.",
    subcommands: [
      Add.self, Invite.self, List.self, Role.self, SetPassword.self, FactorReset.self, Factor.self,
      End.self,
    ])

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

    @OptionGroup var joining: JoiningOptions
    @OptionGroup var options: StoreOptions

    func run() async throws {
      let (store, authority) = try await options.opened()
      let practitioner = try await joining.practitioner(store, authority)
      try await Accounts(of: authority, in: store).add(
        name: name, password: try Password.ask(), role: joining.role, practitioner: practitioner,
        now: .now)
      print("\(name) can sign in to \(authority.name) as \(joining.role.words.lowercased()).")
    }
  }

  struct Invite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add someone who chooses their own password; prints a link for them.",
      discussion: """
        The link holds for seven days and is used up by choosing a password. Give it to nobody else.

        Example: kith user invite "Ama Boateng" --role podManager --at https://kith.example
        """)

    @Argument(help: "The name to sign in with.")
    var name: String

    @Option(help: "Where Kith is for whoever is invited.")
    var at = "http://127.0.0.1:8080"

    @OptionGroup var joining: JoiningOptions
    @OptionGroup var options: StoreOptions

    func run() async throws {
      let (store, authority) = try await options.opened()
      let practitioner = try await joining.practitioner(store, authority)
      let token = try await Accounts(of: authority, in: store).invite(
        name: name, role: joining.role, practitioner: practitioner, now: .now)
      let base = at.utf8.last == UInt8(ascii: "/") ? String(at.dropLast()) : at
      print("\(base)\(Accounts.welcomePath(token))")
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Who may sign in, in what role, and how.",
      discussion: "Example: kith user list --store data/kith.db")

    @Flag(help: "Also those whose account has ended.")
    var all = false

    @OptionGroup var options: StoreOptions

    func run() async throws {
      let (store, authority) = try await options.opened()
      for one in try await Accounts(of: authority, in: store).all() where all || one.ended == nil {
        var words = [one.role.words.lowercased(), one.hasFactor ? "second step" : "password alone"]
        if one.isInvited { words[1] = "invited" }
        if one.sessions > 0 { words.append("signed in \(one.sessions)×") }
        if let ended = one.ended { words.append("ended \(ended.london.day)") }
        print("\(one.name): \(words.joined(separator: ", "))")
      }
    }
  }

  struct Role: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give someone another role, which holds from their next page on.",
      discussion: "Example: kith user role \"Ama Boateng\" leader")

    @Argument(help: "The name they sign in with.")
    var name: String

    @Argument(help: JoiningOptions.roles)
    var role: AccountRole

    @OptionGroup var options: StoreOptions

    func run() async throws {
      let (store, authority) = try await options.opened()
      try await Accounts(of: authority, in: store).setRole(role, of: name)
      print("\(name) is \(role.words.lowercased()) from now on.")
    }
  }

  struct SetPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "password",
      abstract: "Set someone's password, and sign them out everywhere; it is asked for.",
      discussion: "Example: kith user password \"Ama Boateng\"")

    @Argument(help: "The name they sign in with.")
    var name: String

    @OptionGroup var options: StoreOptions

    func run() async throws {
      let (store, authority) = try await options.opened()
      try await Accounts(of: authority, in: store).setPassword(try Password.ask(), of: name)
      print("\(name) signs in with the new password from now on.")
    }
  }

  struct FactorReset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "factor-reset",
      abstract: "Take away the second step of someone who has lost it, and sign them out.",
      discussion: "Make sure who asks. Example: kith user factor-reset \"Ama Boateng\"")

    @Argument(help: "The name they sign in with.")
    var name: String

    @OptionGroup var options: StoreOptions

    func run() async throws {
      let (store, authority) = try await options.opened()
      try await Accounts(of: authority, in: store).resetFactor(of: name)
      print("\(name) has no second step any more.")
    }
  }

  struct End: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "End someone's account, and sign them out at once.",
      discussion: "Example: kith user end \"Ama Boateng\"")

    @Argument(help: "The name they sign in with.")
    var name: String

    @OptionGroup var options: StoreOptions

    func run() async throws {
      let (store, authority) = try await options.opened()
      try await Accounts(of: authority, in: store).end(name, now: .now)
      print("\(name) cannot sign in any more, and is signed out.")
    }
  }
}
