import ArgumentParser
import Foundation
import Office
import Practice
import Store

struct FeedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed",
    abstract: "What was told, in order, each telling once: a line of JSON for each.",
    discussion: """
      Whoever follows keeps the number of the last telling that they have dealt with, and asks for \
      what comes after it.
      Example: kith feed --after 1200 --follow
      """)

  @OptionGroup var options: StoreOptions

  @Option(help: "The number of the last telling that is known already.")
  var after = 0

  @Option(help: "At most so many tellings.")
  var most: Int?

  @Flag(help: "Go on, and wait for what is told next.")
  var follow = false

  func validate() throws {
    guard after >= 0 else {
      throw ValidationError("--after counts from 0, which is the beginning.")
    }
    guard most ?? 1 > 0 else { throw ValidationError("--most is at least 1.") }
  }

  func run() async throws {
    let store = try await options.inspect()
    let feed = Feed(
      store, of: try await store.authority(options.authority),
      leavingOut: FeedRoom.leftOut)
    var (last, left) = (after, most ?? .max)
    while left > 0 {
      let lines = try await feed.next(after: last, most: min(left, 500))
      for line in lines { try Self.say(line.json) }
      left -= lines.count
      last = lines.last?.telling ?? last
      guard lines.isEmpty else { continue }
      guard follow else { return }
      try await Task.sleep(for: .milliseconds(500))
    }
  }

  /// Written at once, because whoever follows may be waiting for it.
  private static func say(_ line: String) throws {
    try FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
  }
}
