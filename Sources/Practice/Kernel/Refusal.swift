/// What Kith says when it will not do a thing: what was refused, why, and what to do now, written for
/// the person who will read it.
public protocol Refusal: Error, Sendable, CustomStringConvertible {
  var what: String { get }
  var why: String { get }
  var remedy: String { get }
}

extension Refusal {
  public var description: String { "\(what) \(why) \(remedy)" }
}
