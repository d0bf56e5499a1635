import ArgumentParser
import Foundation
import Office
import Practice
import Store
import Town

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the web site, until it is asked to stop; requests under way are finished.",
    discussion: "Example: kith serve --store data/kith.db --port 8080")

  @OptionGroup var options: StoreOptions

  @Option(help: "The port.")
  var port = 8080

  @Option(
    help: "The address to listen on; put a reverse proxy with TLS before any other than this.")
  var host = "127.0.0.1"

  @Flag(help: "A reverse proxy with TLS stands before it: cookies are sent over TLS only.")
  var behindProxy = false

  func run() async throws {
    let store = try await options.open()
    let authority = try await store.authority(options.authority)
    let site = Site(
      store: store, authority: authority,
      options: .init(host: host, port: port, behindProxy: behindProxy))
    if !store.canSeal {
      Say.error("There is no key of the seals: everything can be read, and nothing can be told.")
    }
    let isDemonstration = authority.code == Chronicle.authority.code
    try await site.serve(saying: isDemonstration ? Demonstration.signInLines : [])
  }
}

/// The accounts of the demonstration, whose password is no secret: nothing in it is real.
enum Demonstration {
  static let password = "walking-alongside"

  static var signInLines: [String] {
    SignIn.all.map { "Sign in as \($0.name) with password \(password)   (\($0.kind.words))" }
  }

  /// - Parameter linked: each account belongs to the practitioner of the cast who has its name.
  static func addAccounts(
    to store: Store, _ authority: Authority, linked: Bool = true
  ) async throws {
    for one in SignIn.all {
      try await Accounts.add(
        to: store, authority, name: one.name, password: password, role: one.role,
        practitioner: linked ? one.practitioner : nil, now: .now)
    }
  }
}

extension SignIn {
  fileprivate var role: AccountRole {
    switch kind {
    case .socialWorker, .frontDoor: .socialWorker
    case .podManager: .podManager
    case .coordinator: .unitCoordinator
    case .reviewingOfficer: .conferenceChair
    case .leadPractitioner: .leadPractitioner
    case .principalSocialWorker, .leader: .leader
    case .analyst: .analyst
    }
  }
}
