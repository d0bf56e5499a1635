import HTTPTypes

/// What a request is counted and written down under: one of a few names that the program chose, so
/// that no address that somebody typed is ever among them.
struct RouteName: Sendable {
  let method: String
  let pattern: String

  var words: String { "\(method) \(pattern)" }

  /// One for each row of `Routes.all`, then those for what is not there.
  static let all: [RouteName] =
    Routes.all.map { RouteName(method: $0.method.rawValue, pattern: "\($0.pattern.text)") }
    + [
      RouteName(method: "any", pattern: "other method"),
      RouteName(method: "any", pattern: "nothing"),
    ]
}

extension Routes.Found {
  /// The place in `RouteName.all`.
  var row: Int {
    switch self {
    case .route(let route, _): route.row
    case .otherMethod: Routes.all.count
    case .nothing: Routes.all.count + 1
    }
  }
}
