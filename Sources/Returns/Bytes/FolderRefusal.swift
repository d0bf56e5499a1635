public import Practice

/// Why a folder cannot be read as a return.
public struct FolderRefusal: Refusal, Equatable {
  public let path: String
  public let why: String

  public init(path: String, why: String) {
    self.path = path
    self.why = why
  }

  public var what: String { "\(path) was not read." }
  public var remedy: String {
    "Name the folder that holds the tables of the return."
  }
}
