import Logging

/// Lets the libraries that Kith stands on write into its log: warnings and errors alone.
struct LogbookHandler: LogHandler {
  let logbook: Logbook
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.warning

  init(_ logbook: Logbook) { self.logbook = logbook }

  subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let fields = metadata.merging(event.metadata ?? [:]) { _, newer in newer }
    logbook.event(
      event.level >= .error ? .error : .warning, "\(event.message)",
      fields.sorted { $0.key < $1.key }.map { (name: $0.key, value: "\($0.value)") })
  }
}

extension Logbook {
  /// For libraries.
  var logger: Logger { Logger(label: "kith") { _ in LogbookHandler(self) } }
}
