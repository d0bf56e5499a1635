import Practice

@testable import Office

/// The fields of a form as its page gave them, with what somebody typed.
func fields(_ seen: Seen, _ more: [(String, String)]) -> [(String, String)] {
  [("csrf", seen.hidden("csrf") ?? ""), ("telling", seen.hidden("telling") ?? "")] + more
}

/// Asks for a form, fills it in and sends it.
func send(
  _ visitor: Visitor, _ path: String, _ more: [(String, String)]
) async throws -> Seen {
  let form = try await visitor.get(path)
  return try await visitor.post(path, pairs: fields(form, more))
}
