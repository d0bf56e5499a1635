import ArgumentParser
import Office
import Practice
import Store

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the web site.", discussion: "Example: kith serve --port 8080")

  @OptionGroup var options: StoreOptions

  @Option(help: "The port on this machine.")
  var port = 8080

  func run() async throws {
    let store = try await options.open()
    _ = try await store.authority(options.authority)
  }
}

struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "The people who may sign in.")
}
