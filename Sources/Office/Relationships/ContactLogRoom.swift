import Glibc

/// Room for many plain values, in large pages where the system has them: filling it then costs a
/// page fault for each two million bytes, not for each four thousand. The values begin undefined.
final class ContactLogRoom<Value: BitwiseCopyable> {
  let values: UnsafeMutableBufferPointer<Value>
  private let bytes: UnsafeMutableRawBufferPointer

  init(_ count: Int) {
    let largePage = 2 << 20
    let size = max(1, count) * MemoryLayout<Value>.stride
    bytes = .allocate(byteCount: size, alignment: size >= largePage ? largePage : 64)
    if size >= largePage { madvise(bytes.baseAddress, size, MADV_HUGEPAGE) }
    values = bytes.bindMemory(to: Value.self)
  }

  deinit { bytes.deallocate() }
}
