/// How a child was met, as a dot shows it.
public enum ThreadDot: Sendable, Equatable, CaseIterable {
  /// In the same room, and on their own for some of the time.
  case alone
  case seen
  /// A call or message, or a visit at which the child was not seen.
  case apart

  public init(_ meeting: ThreadMeeting) {
    let together = meeting.seen && meeting.kind.isFaceToFace
    self = together ? (meeting.alone ? .alone : .seen) : .apart
  }
}

/// Meetings of one stretch of time that stand together in one pile.
public struct ThreadPile: Sendable, Equatable {
  /// The middle of its stretch, as a share of the window.
  public let at: Double
  /// Seen alone first, then seen, then apart.
  public let dots: [ThreadDot]
}

extension ChildThread.Lane {
  /// Piles of meetings where the window is cut into `columns` equal stretches: each meeting is a dot
  /// where there is room for it, and every meeting is in exactly one pile.
  public func piles(columns: Int, window: ThreadWindow) -> [ThreadPile] {
    guard columns > 0 else { return [] }
    var piles: [ThreadPile] = []
    var open: (column: Int, dots: [ThreadDot])?
    func close() {
      guard let open else { return }
      let inOrder = ThreadDot.allCases.flatMap { kind in open.dots.filter { $0 == kind } }
      piles.append(
        ThreadPile(at: (Double(open.column) + 0.5) / Double(columns), dots: inOrder))
    }
    for meeting in meetings {
      let column = min(columns - 1, Int(window.share(meeting.day) * Double(columns)))
      if open?.column == column {
        open?.dots.append(ThreadDot(meeting))
      } else {
        close()
        open = (column, [ThreadDot(meeting)])
      }
    }
    close()
    return piles
  }
}
