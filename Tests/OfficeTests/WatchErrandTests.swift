import HTTPTypes
import Testing

@testable import Office

@Suite struct WatchErrandTests {
  private func errand(_ name: String, _ value: String) throws -> Errand {
    Errand([try #require(HTTPField.Name(name)): value])
  }

  @Test(arguments: ["quoted-by-phone", "12345678", String(repeating: "a", count: 64)])
  func theAskersNameForARequestIsTaken(id: String) throws {
    #expect(try errand("X-Request-Id", id).id == id)
  }

  @Test(arguments: [
    "", "1234567", String(repeating: "a", count: 65), "has space in", "line\tbreak", "quote\"quote",
    "<script>alert", "résumé-123", "abcdefg\u{2028}", "leo.marsh.2012",
  ])
  func whatCouldBeTakenForSomethingElseInALogIsNot(id: String) throws {
    let made = try errand("X-Request-Id", id).id
    #expect(made != id && made.utf8.count == 16)
    #expect(try errand("X-Request-Id", id).id != made)
  }

  @Test func theTraceOfTheAskerIsRead() throws {
    let text = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    let trace = try #require(try errand("traceparent", text).trace)
    #expect(trace.trace == "0af7651916cd43dd8448eb211c80319c")
    #expect(trace.parent == "b7ad6b7169203331")
    #expect(TraceParent("cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more") != nil)
  }

  @Test(arguments: [
    "", "00", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
    "00-00000000000000000000000000000000-b7ad6b7169203331-01",
    "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
    "00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01",
    "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0",
  ])
  func aTraceThatIsNoneIsNotPassedOn(text: String) throws {
    #expect(try errand("traceparent", text).trace == nil)
  }

  @Test func theNameStandsInTheAnswerAndInTheLog() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    let id = try #require(HTTPField.Name("X-Request-Id"))
    let parent = try #require(HTTPField.Name("traceparent"))
    let visitor = Visitor(bench.site)
    let named = try await visitor.get(
      "/families",
      [id: "asked-for-4711", parent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"])
    #expect(named.fields[id] == "asked-for-4711")
    let unnamed = try await visitor.get("/nowhere")
    let made = try #require(unnamed.fields[id])
    let entries = try bench.log.entries()
    #expect(entries.map { $0["request_id"] } == [.text("asked-for-4711"), .text(made)])
    #expect(entries[0]["trace_id"] == .text("0af7651916cd43dd8448eb211c80319c"))
    #expect(entries[0]["parent_id"] == .text("b7ad6b7169203331"))
    #expect(entries[1]["trace_id"] == nil)
  }
}
