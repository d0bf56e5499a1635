import Practice

/// What a council is called, where the published figures name it.
enum PublishedAuthority {
  static func name(of code: String) -> String? {
    for published in PublishedStability.for(authorityCode: code) {
      if case .council(_, let name) = published.place { return name }
    }
    return nil
  }
}
