import CZstd

/// Makes blocks smaller on their way into an archive, and whole again on their way out.
final class Squeezing {
  /// No block is made larger than this when it is opened again, whatever it says of itself.
  static let most = 256 << 20
  private static let level: Int32 = 3
  private let making = ZSTD_createCCtx()
  private let opening = ZSTD_createDCtx()

  deinit {
    ZSTD_freeCCtx(making)
    ZSTD_freeDCtx(opening)
  }

  /// Nil where the machine has no memory left for it.
  func squeezed(_ bytes: [UInt8]) -> [UInt8]? {
    let room = ZSTD_compressBound(bytes.count)
    var count = 0
    let result = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      count = ZSTD_compressCCtx(
        making, buffer.baseAddress, room, bytes, bytes.count, Self.level)
      filled = ZSTD_isError(count) == 0 ? count : 0
    }
    return ZSTD_isError(count) == 0 ? result : nil
  }

  /// Nil where the bytes are not what `squeezed` made.
  func opened(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    let size = ZSTD_getFrameContentSize(bytes.baseAddress, bytes.count)
    guard size <= UInt64(Self.most) else { return nil }
    var count = 0
    let result = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, filled in
      count = ZSTD_decompressDCtx(
        opening, buffer.baseAddress, Int(size), bytes.baseAddress, bytes.count)
      filled = ZSTD_isError(count) == 0 ? count : 0
    }
    return count == Int(size) ? result : nil
  }
}
