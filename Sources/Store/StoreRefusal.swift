public import Practice

/// Why the store would not do a thing.
public enum StoreRefusal: Refusal, Equatable {
  case notAStore(String)
  case cannotOpen(String)
  /// A file or folder that this account may not use as it has to.
  case barred(String, Bar)
  case newerSchema(found: Int, known: Int)
  case noSuchAuthority(String)
  case severalAuthorities([String])
  case overtaken
  case againstTheRules(String)
  case full
  case readOnly
  /// Somebody writes to a file that was opened as one that nobody writes to.
  case wokenUp(String)
  case busy
  case damaged(String)
  case alreadyThere(String)
  case authorityThere(String)
  case noKey(String)
  case failed(String)
  case unreachable(String, String)
  case unfit(String, String)
  case unsure
  /// What the server would not let Kith's account do, in its words.
  case noRight(String)

  public var what: String {
    switch self {
    case .notAStore(let path): "\(path) is not a store of Kith."
    case .cannotOpen(let path): "The store at \(path) cannot be opened."
    case .barred(let path, let bar): bar.what(path)
    case .newerSchema: "This store cannot be opened by this version of Kith."
    case .noSuchAuthority(let code): "There is no authority \(code) in this store."
    case .severalAuthorities: "It is not clear which authority is meant."
    case .overtaken: "Somebody else changed this while you were writing."
    case .againstTheRules: "The store refused to keep this."
    case .full: "Nothing was kept: the disk is full."
    case .readOnly: "Nothing was kept: the store may only be read."
    case .wokenUp(let path): "\(path) was written to while it was read."
    case .busy: "Nothing was kept: the store is busy."
    case .damaged: "The store's file is damaged."
    case .alreadyThere(let path): "There is something at \(path) already."
    case .authorityThere(let code): "Authority \(code) was not added."
    case .noKey(let path): "There is no key of the seals at \(path)."
    case .failed: "The store could not do this."
    case .unreachable(let place, _): "The store cannot be reached: \(place)."
    case .unfit(let place, _): "The database \(place) cannot be a store of Kith."
    case .unsure: "It is not certain that this was kept."
    case .noRight: "The server does not let Kith's account do this."
    }
  }

  public var why: String {
    switch self {
    case .notAStore: "Its content is something else, or it is damaged at its very beginning."
    case .cannotOpen: "The folder is missing, or this account may not read and write there."
    case .barred(_, let bar): bar.why
    case .newerSchema(let found, let known):
      "Its schema has version \(found); this program knows versions up to \(known)."
    case .noSuchAuthority: "Nobody has added it."
    case .severalAuthorities(let codes): "The store holds \(codes.joined(separator: ", "))."
    case .overtaken: "What yours builds on was told anew in between. Nothing of yours was kept."
    case .againstTheRules(let rule): "It would break a rule of the record: \(rule)."
    case .full: "There is no room left for the store's file."
    case .readOnly: "This account may not write to it, or its disk is read-only."
    case .wokenUp:
      "This account may only read it, nobody had it open, and another program has begun to write to it."
    case .busy: "Another program has been writing to it for a long time."
    case .damaged(let detail): detail.isEmpty ? "The engine found it unreadable." : detail
    case .alreadyThere: "It will not be overwritten."
    case .authorityThere: "This store holds it already."
    case .noKey:
      "Without it nothing can be told. It holds at least 32 hexadecimal digits, and this account has "
        + "to be able to read it; a store never gets a second one."
    case .failed(let detail): detail
    case .unreachable(_, let detail), .unfit(_, let detail): detail
    case .noRight(let detail): "It says: \(detail). Nothing was changed."
    case .unsure: "The server went away just while it was keeping it."
    }
  }

  public var remedy: String {
    switch self {
    case .notAStore: "Check the path, or restore a backup with `kith restore`."
    case .cannotOpen: "Make the folder, or give this account the right to it."
    case .barred(let path, let bar): bar.remedy(path)
    case .newerSchema: "Install the newer version of Kith that wrote it."
    case .noSuchAuthority(let code): "Add it with `kith authority add \(code) NAME`."
    case .severalAuthorities: "Say which with `--authority CODE`."
    case .overtaken: "Load the page again to see what holds now, then tell yours again if need be."
    case .againstTheRules: "Nothing was kept. Please report this with what you were doing."
    case .full: "Make room and try again."
    case .readOnly:
      "Tell whoever looks after Kith: `kith doctor` names what bars it. Then try again."
    case .wokenUp: "Do it again; to serve it, use the account that owns it."
    case .busy: "Try again in a moment."
    case .damaged: "Run `kith verify`, then restore the newest backup with `kith restore`."
    case .alreadyThere: "Choose another path, or move it away first."
    case .authorityThere: "Nothing needs to be done."
    case .noKey: "Put kith.key back beside the store, or set KITH_SEAL_KEY; then start Kith again."
    case .failed: "Nothing was kept. Try again; if it happens again, report it."
    case .unreachable:
      "Check that the server runs, and its name, port, user, password and certificate; then try again."
    case .unfit: "Give Kith a database of PostgreSQL 15 or newer with the encoding UTF8."
    case .noRight:
      "Make the account the owner of the database: `ALTER DATABASE NAME OWNER TO ACCOUNT`. Where it may "
        + "make no parts, run `CREATE ROLE kith_app NOLOGIN; GRANT kith_app TO ACCOUNT` first."
    case .unsure: "Send it again: what was kept already is not kept twice."
    }
  }
}
