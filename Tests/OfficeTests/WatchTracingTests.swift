import HTTPTypes
import InMemoryTracing
import Practice
import Testing
import Tracing

@testable import Office

@Suite struct WatchTracingTests {
  @Test func aTracerThatWasBroughtSeesTheRequestAndTheStoreBeneathIt() async throws {
    let tracer = InMemoryTracer()
    let bench = try await DoorBench(tracer: tracer)
    defer { bench.remove() }
    let visitor = Visitor(bench.site)
    try await visitor.signIn()
    _ = tracer.popFinishedSpans()
    _ = try await visitor.get("/search?q=Leo")
    let spans = tracer.finishedSpans
    let request = try #require(spans.last)
    #expect(request.operationName == "GET /search" && request.kind == .server)
    #expect(request.attributes["http.route"]?.toSpanAttribute() == .string("/search"))
    let readings = spans.filter { $0.operationName == "store read" }
    #expect(!readings.isEmpty)
    for reading in readings { #expect(reading.parentSpanID == request.spanID) }
    #expect(!spans.contains { "\($0.attributes) \($0.operationName)".contains("Leo") })
  }

  @Test func withoutATracerNoSpanIsMade() async throws {
    let bench = try await DoorBench()
    defer { bench.remove() }
    #expect(bench.site.tracer == nil)
    let site = Site(store: bench.store, authority: bench.authority)
    #expect(site.tracer == nil)
  }
}
