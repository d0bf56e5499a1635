import Foundation
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
public import Practice
import ServiceLifecycle
import Store
import UnixSignals

extension Site {
  /// What the machine says the time is.
  public static let machineClock: @Sendable () -> Instant = {
    Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
  }

  /// Serves until the program is told to stop (SIGTERM or SIGINT), then lets what has begun come to
  /// its end, for at most 20 seconds after the notice. When it returns, sessions and the heads of the record stand
  /// where they belong.
  ///
  /// Writes `Kith is ready at http://…` to standard output once it is listening, and then `lines`.
  /// - Throws: `DoorRefusal` where it cannot listen there; `StoreRefusal`.
  public func serve(saying lines: [String] = []) async throws {
    let upkeep = Upkeep(site: self)
    // They are asked to stop from the last to the first: the figures are told to the end.
    var services: [any Service] = [upkeep, try server(saying: lines), Leaving(site: self)]
    if let port = options.figuresPort {
      services.insert(FiguresServer(site: self, port: port), at: 0)
    }
    var configuration = ServiceGroupConfiguration(
      services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
      logger: logger)
    configuration.maximumGracefulShutdownDuration = .seconds(20 + options.notice)
    do {
      try await ServiceGroup(configuration: configuration).run()
    } catch let error as IOError {
      throw DoorRefusal.listening(error, options.host, options.port)
    } catch let error as SocketAddressError {
      throw DoorRefusal.cannotListen(
        host: options.host, port: options.port, detail: "\(error)")
    } catch is CancellationError {
      logbook.event(.warning, "Some visitors were still waiting when Kith had to stop.")
    }
    try await upkeep.finish()
    logbook.event(.info, "Kith has stopped.")
  }

  private func server(saying lines: [String]) throws -> any Service {
    let host = options.host
    // What waits on the network is little beside what reads and writes pages: one thread for it in
    // four keeps the others from being woken for each answer.
    let loops = MultiThreadedEventLoopGroup(numberOfThreads: max(1, System.coreCount / 4))
    return try HTTPServerBuilder.http1(configuration: .init(idleTimeout: .seconds(60)))
      .buildServer(
        configuration: ServerConfiguration(address: .hostname(host, port: options.port)),
        eventLoopGroup: loops, logger: logger
      ) { request, writer, channel in
        let response = try await answer(request) {
          channel.remoteAddress?.ipAddress ?? "unknown"
        }
        try await writer.write(response: response.head, body: response.body)
      } onServerRunning: { channel in
        let port = channel.localAddress?.port ?? options.port
        listener.withValue { $0 = channel }
        Site.say(["Kith is ready at http://\(host):\(port)"] + lines)
      }
  }

  /// Written at once, because whoever started Kith may be waiting to read it.
  static func say(_ lines: [String]) {
    let text = lines.map { "\($0)\n" }.joined()
    try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  }
}

extension DoorRefusal {
  static func listening(_ error: IOError, _ host: String, _ port: Int) -> DoorRefusal {
    switch error.errnoCode {
    case EADDRINUSE: .portTaken(host: host, port: port)
    default:
      .cannotListen(
        host: host, port: port, detail: String(cString: strerror(error.errnoCode)))
    }
  }
}
