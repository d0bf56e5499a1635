import Glibc

/// What lies in one folder, not in the folders within it; hidden files are left out.
struct FolderListing {
  /// Name of the folder itself, without those around it.
  let name: String
  /// In the order of their names. A path that is a file lists that file.
  let files: [(name: String, path: String)]
  /// Names of the folders within it.
  let folders: [String]

  init(_ path: String) throws(FolderRefusal) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard FolderListing.isFolder(path) else {
      guard access(path, F_OK) == 0 else {
        throw FolderRefusal(path: path, why: "There is no such folder.")
      }
      name = parts.dropLast().last ?? ""
      files = [(parts.last ?? path, path)]
      folders = []
      return
    }
    guard let names = FolderListing.names(in: path) else {
      throw FolderRefusal(path: path, why: "It cannot be opened.")
    }
    var files: [(name: String, path: String)] = []
    var folders: [String] = []
    for name in names.sorted() where name.utf8.first != UInt8(ascii: ".") {
      let whole = path + "/" + name
      if FolderListing.isFolder(whole) { folders.append(name) } else { files.append((name, whole)) }
    }
    name = parts.last ?? ""
    self.files = files
    self.folders = folders
  }

  private static func isFolder(_ path: String) -> Bool {
    var found = stat()
    return stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFDIR
  }

  private static func names(in folder: String) -> [String]? {
    guard let handle = opendir(folder) else { return nil }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          name.withMemoryRebound(to: UInt8.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }
}
