import Foundation

/// What must not be kept in the repository, or reach out of it.
enum Keeping {
  private static let marks = [
    "-----BEGIN " + "PRIVATE KEY", "-----BEGIN RSA " + "PRIVATE KEY",
    "-----BEGIN EC " + "PRIVATE KEY", "-----BEGIN OPENSSH " + "PRIVATE KEY", "AK" + "IA",
    "gh" + "p_",
    "github" + "_pat_", "xox" + "b-", "xox" + "p-", "sk_" + "live_",
  ]

  /// Keys and tokens by the marks that their makers give them, followed by at least 12 signs.
  static func secrets(_ tree: SourceTree) -> [Finding] {
    tree.files.flatMap { file in
      Words.occurrences(in: file) { line in
        marks.first { mark in
          guard let place = line.range(of: mark) else { return false }
          if mark.hasPrefix("-----") { return true }
          let rest = line[place.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
          return rest.count >= 12
        }.map { "looks like a secret (\($0)…)" }
      }
    }
  }

  /// Files that are made, or secret, and so stay out of git.
  static func madeOrSecret(kept: [String]) -> [String] {
    kept.filter { path in
      let steps = path.split(separator: "/").map(String.init)
      let name = steps.last ?? ""
      return steps.contains { [".build", "data", "__pycache__", ".venv"].contains($0) }
        || ["Package.resolved", "kith.key", "kith-door.key", ".env"].contains(name)
        || [".db", ".db-wal", ".db-shm", ".pem", ".p12", ".pyc"].contains { name.hasSuffix($0) }
    }
  }

  private static let registries = [
    "github" + ".com", "pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".", "crates" + ".io",
    "rubygems" + ".org", "proxy.golang" + ".org", "deb.debian" + ".org", "docker" + ".io",
    "ghcr" + ".io", "swiftpackageindex" + ".com",
  ]

  /// Where packages come from is said in `Package.swift` alone, so that a service can mirror them.
  static func registries(_ tree: SourceTree) -> [Finding] {
    tree.files.filter { $0.path != "Package.swift" && $0.path != "Package.resolved" }
      .flatMap { file in
        Words.occurrences(in: file) { line in
          registries.first { line.contains($0) }.map { "names a package registry (\($0))" }
        }
      }
  }
}
