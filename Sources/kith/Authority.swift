import ArgumentParser
import Office
import Practice
import Store

struct AuthorityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "authority", abstract: "The authorities whose records a store holds.",
    subcommands: [Add.self, List.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add an authority: the first step of a real service.",
      discussion: "Example: kith authority add 846 \"Brighton and Hove\"")

    @Argument(help: "The Department for Education's three-digit code.")
    var code: String

    @Argument(help: "Its name.")
    var name: String

    @OptionGroup var options: StoreOptions

    func validate() throws {
      guard code.utf8.count == 3, code.utf8.allSatisfy({ (48...57).contains($0) }) else {
        throw ValidationError("CODE is three digits, such as 846; \"\(code)\" is not.")
      }
    }

    func run() async throws {
      let store = try await options.openOrMake()
      let added = try await store.addAuthority(code: code, name: name, now: .now)
      print("\(added.name) (\(added.code)) can be used now. Next: kith user add NAME --role R")
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The codes and names of the authorities in a store, one a line.",
      discussion: "Example: kith authority list --store data/kith.db")

    @OptionGroup var options: StoreOptions

    func run() async throws {
      for one in try await options.open().authorities() { print("\(one.code) \(one.name)") }
    }
  }
}
