import Crypto
import CryptoExtras
import Foundation

/// Turns a password into what is kept of it, slowly on purpose: scrypt with blocks of 8 and one
/// lane. At 131,072 rounds one takes about a quarter of a second and 128 MB, so they run on a queue
/// of their own, one at a time, and not more than a few may wait.
final class PasswordLock: Sendable {
  /// The one lock of this program, so that memory stays bounded whoever asks.
  static let shared = PasswordLock(rounds: 1 << 17)

  let rounds: Int
  private let mostWaiting: Int
  private let waiting = Guarded(0)
  private let queue = DispatchQueue(label: "kith.door.passwords")

  init(rounds: Int, mostWaiting: Int = 24) {
    self.rounds = rounds
    self.mostWaiting = mostWaiting
  }

  /// The 32 bytes that `password` gives with `salt`. Passwords are compared in one Unicode form
  /// (NFKC), so that keyboards which compose accents differently type the same.
  /// - Throws: `DoorRefusal.tooBusy` where too many wait already.
  func verifier(of password: String, salt: [UInt8], rounds: Int) async throws -> [UInt8] {
    let isIn = waiting.withValue { count in
      guard count < mostWaiting else { return false }
      count += 1
      return true
    }
    guard isIn else { throw DoorRefusal.tooBusy }
    defer { waiting.withValue { $0 -= 1 } }
    let bytes = Array(password.precomposedStringWithCompatibilityMapping.utf8)
    return try await withCheckedThrowingContinuation { continuation in
      queue.async {
        continuation.resume(
          with: Result {
            try KDF.Scrypt.deriveKey(
              from: bytes, salt: salt, outputByteCount: 32, rounds: rounds, blockSize: 8,
              parallelism: 1
            ).withUnsafeBytes { Array($0) }
          })
      }
    }
  }
}
