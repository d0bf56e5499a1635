import ArgumentParser
import Foundation
import Office
import Practice

/// `kith`: one small file a command; each says how it is used with `--help`.
@main
struct Kith: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kith",
    abstract: "The practice system for the team around the relationship.",
    version: Version.current,
    subcommands: [
      Serve.self, Demo.self, AuthorityCommand.self, UserCommand.self,
      ServiceCommand.self, Import.self,
      ContinuityCommand.self, Verify.self, BackupCommand.self, RestoreCommand.self,
      MoveCommand.self, DrillCommand.self, FeedCommand.self, Doctor.self, PackCommand.self,
      UnpackCommand.self, BenchTown.self,
    ])

  /// Exit codes: 0 done, 1 refused or found wanting, 2 wrong usage.
  static func main() async {
    // Whatever is made here holds a record, or the key to one: its owner alone may read it.
    umask(0o077)
    var meant: any ParsableCommand.Type = Kith.self
    do {
      var command = try parseAsRoot()
      meant = type(of: command)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let refusal as any Refusal {
      Say.error("\(refusal.what)\n\(refusal.why)\n\(refusal.remedy)")
      Foundation.exit(1)
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch {
      let code = meant.exitCode(for: error)
      let message = meant.fullMessage(for: error)
      if code == .success {
        if !message.isEmpty { print(message) }
        Foundation.exit(0)
      }
      // What was found only when the command ran is said with that command's own usage.
      Say.error(
        meant == Kith.self
          ? message : "Error: \(meant.message(for: error))\n\(usageString(for: meant))")
      Foundation.exit(code == .validationFailure ? 2 : 1)
    }
  }
}

/// Words for the person at the terminal, on standard error; standard output is for answers.
enum Say {
  static func error(_ words: String) {
    FileHandle.standardError.write(Data((words + "\n").utf8))
  }

  /// A line that replaces itself while something is going on, where a person is looking.
  static func progress(_ words: String) {
    guard isatty(2) != 0 else { return }
    FileHandle.standardError.write(Data("\r\u{1b}[K\(words)".utf8))
  }

  static func progressEnds() {
    guard isatty(2) != 0 else { return }
    FileHandle.standardError.write(Data("\r\u{1b}[K".utf8))
  }
}
