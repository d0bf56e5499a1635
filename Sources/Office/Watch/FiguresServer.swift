import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Tells the figures at `/metrics` on a port of its own, to this machine alone: who may ask there is
/// no matter of signing in, and the site's own port is open to everyone.
struct FiguresServer: Service {
  static let host = "127.0.0.1"

  let site: Site
  let port: Int

  /// - Throws: `DoorRefusal` where it cannot listen there.
  func run() async throws {
    do {
      try await server().run()
    } catch let error as IOError {
      throw DoorRefusal.listening(error, FiguresServer.host, port)
    }
  }

  private func server() throws -> any Service {
    try HTTPServerBuilder.http1(configuration: .init(idleTimeout: .seconds(60))).buildServer(
      configuration: ServerConfiguration(address: .hostname(FiguresServer.host, port: port)),
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: site.logger
    ) { request, writer, _ in
      let response = answer(request.method, request.head.path ?? "/")
      try await writer.write(response: response.head, body: response.body)
    } onServerRunning: { channel in
      let port = channel.localAddress?.port ?? port
      Site.say(["Figures are told at http://\(FiguresServer.host):\(port)/metrics"])
    }
  }

  func answer(_ method: HTTPRequest.Method, _ path: String) -> Response {
    guard method == .get || method == .head, path == "/metrics" else {
      return site.plain("Figures are told at /metrics.", .notFound)
    }
    var response = site.plain("", .ok)
    response.headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
    response.body = ResponseBody(byteBuffer: ByteBuffer(string: site.figures()))
    return method == .head ? response.createHeadResponse() : response
  }
}
