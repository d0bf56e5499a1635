public import Practice

/// Why a backup was not made, opened or put back. Nothing is changed by whatever is refused so.
public enum ArchiveRefusal: Refusal, Equatable {
  case notABackup(String)
  case newerFormat(String, found: Int, known: Int)
  case newerSchema(found: Int, known: Int)
  case noKey(String)
  case wrongKey(String)
  /// The block counted from 1; nil where the header itself is damaged.
  case damaged(String, block: Int?, detail: String)
  case cut(String, after: Int)
  case broken(BrokenSeal)
  case notEmpty(String)
  case notWhole(String)
  case otherHeads([Head], [Head])
  case beforeTheFirst(Instant)
  case noBackups(String)

  public var what: String {
    switch self {
    case .notABackup(let path): "\(path) is not a backup of Kith."
    case .newerFormat(let path, _, _): "The backup \(path) cannot be read by this version of Kith."
    case .newerSchema: "This backup cannot be read by this version of Kith."
    case .noKey(let path): "There is no key for backups at \(path)."
    case .wrongKey(let path): "The backup \(path) was not opened: it was made with another key."
    case .damaged(let path, let block, _):
      block.map { "Block \($0) of the backup \(path) is damaged." }
        ?? "The beginning of the backup \(path) is damaged."
    case .cut(let path, let block): "The backup \(path) is cut off after block \(block)."
    case .broken(let seal): "The chain of \(seal.authority) is broken at telling \(seal.telling)."
    case .notEmpty(let location): "Nothing was put into \(location)."
    case .notWhole: "The backup was not made: the store is not whole."
    case .otherHeads: "What was put back does not stand where it should."
    case .beforeTheFirst(let instant): "Nothing was told up to \(instant)."
    case .noBackups(let folder): "There is no backup in \(folder)."
    }
  }

  public var why: String {
    switch self {
    case .notABackup: "It does not begin as a backup does."
    case .newerFormat(_, let found, let known):
      "Its format has version \(found); this program knows versions up to \(known)."
    case .newerSchema(let found, let known):
      "Its schema has version \(found); this program knows versions up to \(known)."
    case .noKey: "Backups are encrypted, and neither KITH_BACKUP_KEY nor that file holds the key."
    case .wrongKey: "Its first words are whole, and this key does not open them."
    case .damaged(_, _, let detail): detail
    case .cut: "Its end is missing: it was not copied whole, or the disk it lay on was full."
    case .broken(let seal): "In what was read, \(seal.why)."
    case .notEmpty: "It holds records already, and a store is put only where there is none."
    case .notWhole(let detail): detail
    case .otherHeads(let found, let meant):
      "Its chains stand at \(Self.words(found)), and should at \(Self.words(meant))."
    case .beforeTheFirst: "Every telling of the backup was recorded later."
    case .noBackups: "No file there is called as `kith backup --into` calls them."
    }
  }

  public var remedy: String {
    switch self {
    case .notABackup: "Check the path."
    case .newerFormat, .newerSchema: "Install the newer version of Kith that wrote it."
    case .noKey:
      "Set KITH_BACKUP_KEY, or say with `--key-file FILE` where the key is: 64 hexadecimal digits."
    case .wrongKey: "Use the key that was kept from the time when it was made."
    case .damaged, .cut:
      "Use another backup, or another copy of this one. Nothing was changed."
    case .broken:
      "Nothing was changed. Use a backup made before that, and find out who could write to the store."
    case .notEmpty: "Name a place where there is no store yet."
    case .notWhole: "Run `kith verify`; keep the backups that you have."
    case .otherHeads: "Nothing was changed. Try again; if it happens again, report it."
    case .beforeTheFirst: "Say a later instant."
    case .noBackups: "Make one with `kith backup --into FOLDER`."
    }
  }

  /// True where the file is a backup and this key its own, and something of it is damaged or missing.
  public var isDamage: Bool {
    switch self {
    case .damaged, .cut: true
    case .notABackup, .newerFormat, .newerSchema, .noKey, .wrongKey, .broken, .notEmpty, .notWhole,
      .otherHeads, .beforeTheFirst, .noBackups:
      false
    }
  }

  /// The first block that is damaged or missing.
  public var block: Int? {
    switch self {
    case .damaged(_, let block, _): block
    case .cut(_, let after): after + 1
    case .notABackup, .newerFormat, .newerSchema, .noKey, .wrongKey, .broken, .notEmpty, .notWhole,
      .otherHeads, .beforeTheFirst, .noBackups:
      nil
    }
  }

  private static func words(_ heads: [Head]) -> String {
    heads.isEmpty
      ? "nothing"
      : heads.map { "\($0.authority) \($0.telling) \($0.sealInHex)" }.joined(separator: ", ")
  }
}
