import Foundation
import NIOCore
import ServiceLifecycle

/// The first of the services that is asked to stop. From that moment `/ready` says no and every
/// answer asks its browser to come over a new connection; newcomers are still served for a notice,
/// so that a balancer learns of it in time; then no new connection begins, and only when those that
/// had begun were taken in does the door close. So nobody who got through to Kith is cut off.
struct Leaving: Service {
  let site: Site

  func run() async throws {
    do {
      try await gracefulShutdown()
    } catch {
      return
    }
    site.leaving.withValue { $0 = true }
    site.logbook.event(.info, "Kith was asked to stop, and ends what has begun.")
    try? await Task.sleep(for: .seconds(site.options.notice))
    guard let listener = site.listener.withValue({ $0 }) else { return }
    await Newcomers.turnAway(from: listener)
    try? await Task.sleep(for: .milliseconds(100))
  }
}

/// The system completes a connection before the program takes it in; closing the listener would cut
/// those off that have not been taken in yet. On Linux it can be told beforehand to begin no more.
enum Newcomers {
  /// Where the system knows no such thing, the door is as sure as the system makes it.
  static func turnAway(from listener: any Channel) async {
    #if os(Linux)
      let options = listener as? any SocketOptionProvider
      try? await options?.unsafeSetSocketOption(
        level: .socket, name: NIOBSDSocket.Option(rawValue: attachFilter), value: PacketFilter()
      ).get()
    #endif
  }

  #if os(Linux)
    /// `SO_ATTACH_FILTER` of socket(7).
    private static let attachFilter: CInt = 26

    /// `struct sock_fprog`: a program of one instruction, which lets no packet through.
    private struct PacketFilter: Sendable {
      let length: UInt16 = 1
      let program = PacketFilter.letNothingThrough

      /// `BPF_RET | BPF_K` with 0. Lives as long as the program does.
      private static let letNothingThrough: UInt = {
        let instruction = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
        instruction.initialize(to: UInt64(littleEndian: 0x06))
        return UInt(bitPattern: instruction)
      }()
    }
  #endif
}
