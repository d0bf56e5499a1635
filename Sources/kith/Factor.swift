import ArgumentParser
import Office
import Practice
import Store

extension UserCommand {
  struct Factor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "factor",
      abstract: "Which roles sign in with a second step; --ask and --waive change it.",
      discussion: """
        Whoever of such a role has no second step yet sets one up at the next sign-in.

        Example: kith user factor --ask leader --ask administrator
        """)

    @Option(help: "A role that signs in with a second step from now on.")
    var ask: [AccountRole] = []

    @Option(help: "A role that need not do so any more.")
    var waive: [AccountRole] = []

    @OptionGroup var options: StoreOptions

    func run() async throws {
      let (store, authority) = try await options.opened()
      let accounts = Accounts(of: authority, in: store)
      for role in ask { try await accounts.ask(role, forFactor: true, now: .now) }
      for role in waive { try await accounts.ask(role, forFactor: false, now: .now) }
      let asked = try await accounts.rolesWithFactor()
      for role in AccountRole.allCases {
        print("\(role.rawValue): \(asked.contains(role) ? "second step" : "password alone")")
      }
    }
  }
}
