public import ArgumentParser
import Foundation
public import Office
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

  @Option(help: "Tell figures for Prometheus at /metrics on this port of 127.0.0.1. Default: none.")
  var metricsPort: Int?

  @Option(help: "The folder of the backups, so that the figures tell the age of the newest.")
  var backups: String?

  @Option(help: "The log on standard error: text or json. Default: text at a terminal, else json.")
  var logFormat: Logbook.Format?

  @Option(
    help: """
      When asked to stop, seconds for which newcomers are still served while /ready says no: \
      longer than a balancer needs to notice.
      """)
  var notice = 1

  func validate() throws {
    guard (0...60).contains(notice) else {
      throw ValidationError("--notice takes 0 to 60 seconds.")
    }
  }

  func run() async throws {
    let (store, bar) = try await options.openOrInspect()
    if let bar {
      Say.error("\(bar.what)\n\(bar.why)\n\(bar.remedy)")
      Say.error(
        "Whoever is signed in can read everything. Nothing can be told, and nobody can sign in.")
    }
    let authority = try await store.authority(options.authority)
    var wishes = Site.Options(host: host, port: port, behindProxy: behindProxy)
    wishes.figuresPort = metricsPort
    wishes.backups = backups
    wishes.notice = notice
    let logbook = Logbook(logFormat ?? (isatty(2) != 0 ? .text : .json))
    let site = Site(store: store, authority: authority, options: wishes, logbook: logbook)
    if !store.isReadOnly, !store.canSeal {
      Say.error("There is no key of the seals: everything can be read, and nothing can be told.")
    }
    let isDemonstration = authority.code == Chronicle.authority.code
    try await site.serve(saying: isDemonstration ? Demonstration.signInLines : [])
  }
}

extension Logbook.Format: ExpressibleByArgument {}

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
      try await Accounts(of: authority, in: store).add(
        name: one.name, password: password, role: one.role,
        practitioner: linked ? one.practitioner : nil, isDemonstration: true, now: .now)
    }
  }
}
