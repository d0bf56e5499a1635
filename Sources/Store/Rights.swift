import Foundation

/// What an account may not do with a file or folder that it has to use.
public enum Bar: Sendable, Equatable {
  case reading
  case writing
  /// Nobody may write there: its disk is mounted for reading alone.
  case disk
  /// Nobody may write there: the server is a standby, or set to be read alone.
  case server

  func what(_ path: String) -> String {
    switch self {
    case .reading: "\(path) may not be read."
    case .writing: "\(path) may not be written to."
    case .disk: "\(path) may not be written to: its disk is read-only."
    case .server: "\(path) may not be written to: its server is read-only."
    }
  }

  var why: String {
    switch self {
    case .reading, .writing:
      "The rights of it, or of a folder above it, leave out this account (\(NSUserName())). "
        + "Nothing was changed."
    case .disk:
      "It was mounted so, or the system has found it failing and lets nobody write to it any more. "
        + "Nothing was changed."
    case .server:
      "It is a standby of another server, or its setting default_transaction_read_only is on. Nothing "
        + "was changed."
    }
  }

  func remedy(_ path: String) -> String {
    switch self {
    case .reading, .writing:
      "Run this as the account that owns it (`ls -ld \(path)`), or give it to this account: "
        + "`chown \(NSUserName()) \(path)`, and `chmod u+rwX \(path)`."
    case .disk:
      "See why with `dmesg`, and mount it for writing again, or put the store back on another disk "
        + "with `kith restore`."
    case .server:
      "Name the server that the standby follows, or set it so: `ALTER SYSTEM SET "
        + "default_transaction_read_only = off; SELECT pg_reload_conf()`."
    }
  }
}

/// Asks the system what this account may do, so that a refusal can name the one file that bars it.
enum Rights {
  /// What bars this account from the store in a file: the first of its folder, itself and the files
  /// of its log. Nil where nothing does, or no more can be said.
  static func bar(to store: String, writing: Bool) -> StoreRefusal? {
    let folder = URL(fileURLWithPath: store).deletingLastPathComponent().path
    if let bar = bar(at: folder, X_OK, .reading) { return bar }
    // What an account may read of a file is of no use without its log.
    for tail in ["", "-wal", "-shm"] {
      if let bar = bar(at: store + tail, R_OK, .reading) { return bar }
    }
    guard writing else { return nil }
    for path in ["", "-wal", "-shm"].map({ store + $0 }) + [folder] {
      if let bar = bar(at: path, W_OK, .writing) { return bar }
    }
    return disk(of: folder)
  }

  /// A disk that the system has found failing says that it may be written to, and refuses each time.
  private static func disk(of folder: String) -> StoreRefusal? {
    let trial = URL(fileURLWithPath: folder).appendingPathComponent(".kith-\(UUID().uuidString)")
      .path
    let handle = open(trial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard handle < 0 else {
      close(handle)
      unlink(trial)
      return nil
    }
    return errno == EROFS ? .barred(folder, .disk) : nil
  }

  /// What bars this account from reading `path`; nil where nothing does, or nothing is there.
  static func barToReading(_ path: String) -> StoreRefusal? { bar(at: path, R_OK, .reading) }

  /// What bars this account from making a file in `folder`, or a folder that is not there yet.
  static func barToWriting(in folder: String) -> StoreRefusal? {
    let there = nearest(folder)
    return bar(at: there, W_OK | X_OK, .writing) ?? disk(of: there)
  }

  /// What bars this account from making or writing a file.
  static func barToWriting(_ path: String) -> StoreRefusal? {
    bar(at: path, W_OK, .writing)
      ?? barToWriting(in: URL(fileURLWithPath: path).deletingLastPathComponent().path)
  }

  private static func bar(at path: String, _ right: Int32, _ bar: Bar) -> StoreRefusal? {
    guard access(path, right) != 0 else { return nil }
    switch errno {
    case EACCES, EPERM: return .barred(nearest(path), bar)
    case EROFS: return .barred(path, .disk)
    default: return nil
    }
  }

  /// The path itself, or the folder above it that this account can still see.
  private static func nearest(_ path: String) -> String {
    var place = URL(fileURLWithPath: path)
    while access(place.path, F_OK) != 0, place.path != "/" { place.deleteLastPathComponent() }
    return place.path
  }
}

extension Store {
  /// What bars this account from telling anything, as things stand now; nil where nothing does.
  /// - Throws: `StoreRefusal` where a server does not answer.
  public func barToWriting() async throws -> StoreRefusal? { try await engine.barToWriting() }

  /// Makes a folder, and those above it, that its owner alone may enter; one that is there stays as it is.
  /// - Throws: `StoreRefusal.barred` naming what is in the way, else `.cannotOpen`.
  public static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw Rights.barToWriting(in: path) ?? .cannotOpen(path) }
  }

  /// What bars this account from reading the store at `location`, where it is a file; nil where nothing
  /// does, or nothing is there.
  public static func barToReading(_ location: String) -> StoreRefusal? {
    location.contains("://") ? nil : Rights.bar(to: location, writing: false)
  }
}
