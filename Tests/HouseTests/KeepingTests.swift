import Testing

@Suite struct KeepingTests {
  @Test func noSecretIsKept() {
    #expect(Keeping.secrets(.house).isEmpty)
    let planted = SourceTree([
      "docs/a.md": "fine\n-----BEGIN " + "PRIVATE KEY-----",
      "b.py": "t = 'gh" + "p_0123456789abcdef'",
      "c.md": "gh" + "p_ alone is a prefix",
    ])
    #expect(Keeping.secrets(planted).map(\.path) == ["b.py", "docs/a.md"])
  }

  @Test(.enabled(if: SourceTree.kept != nil, "the repository came without its history"))
  func nothingMadeIsKept() throws {
    #expect(Keeping.madeOrSecret(kept: try #require(SourceTree.kept)).isEmpty)
  }

  @Test func aMadeFileInGitIsFound() {
    let planted = ["Package.swift", "Package.resolved", ".build/a.o", "data/kith.db", "x/kith.key"]
    #expect(Keeping.madeOrSecret(kept: planted).count == 4)
  }

  @Test func packagesAreFetchedFromWherePackageSwiftSaysAlone() {
    #expect(Keeping.registries(.house).isEmpty)
    let planted = SourceTree([
      "Package.swift": "https://github" + ".com/a/b", "start": "curl https://pypi" + ".org/simple",
    ])
    #expect(Keeping.registries(planted).map(\.path) == ["start"])
  }
}
