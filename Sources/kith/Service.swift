public import ArgumentParser
public import Office
import Practice
import Store

struct ServiceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "service", abstract: "The accounts of other programs, which ask below /api/.",
    subcommands: [Add.self, List.self, End.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add one; prints its token, which is shown this once.",
      discussion: """
        The program sends it with each request: Authorization: Bearer TOKEN.

        Example: kith service add "Data warehouse" --scope feed
        """)

    @Argument(help: "What the program is called.")
    var name: String

    @Option(
      help: "What it may ask: \(ServiceScope.allCases.map(\.rawValue).joined(separator: ", ")).")
    var scope: ServiceScope

    @OptionGroup var options: StoreOptions

    func run() async throws {
      let (store, authority) = try await options.opened()
      print(try await Services(of: authority, in: store).add(name, scope: scope, now: .now))
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Which there are, and what each may ask.",
      discussion: "Example: kith service list --store data/kith.db")

    @OptionGroup var options: StoreOptions

    func run() async throws {
      let (store, authority) = try await options.opened()
      for one in try await Services(of: authority, in: store).all() {
        let ended = one.ended.map { ", ended \($0.london.day)" } ?? ""
        print("\(one.name): \(one.scope.rawValue), since \(one.added.london.day)\(ended)")
      }
    }
  }

  struct End: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "End one: its token opens nothing from the next request on.",
      discussion: "Example: kith service end \"Data warehouse\"")

    @Argument(help: "What the program is called.")
    var name: String

    @OptionGroup var options: StoreOptions

    func run() async throws {
      let (store, authority) = try await options.opened()
      try await Services(of: authority, in: store).end(name, now: .now)
      print("The token of \(name) opens nothing any more.")
    }
  }
}

extension ServiceScope: ExpressibleByArgument {}
