import HTTPTypes
import HummingbirdCore
import NIOCore

/// Says that the program is there and answers, without asking the store; nothing about what it holds.
enum Health {
  static func show(_ site: Site, _ knock: Knock) async throws -> Response {
    site.plain("ok", .ok)
  }
}

/// Says whether visitors should be sent here, or in a few words why not.
enum Ready {
  static func show(_ site: Site, _ knock: Knock) async throws -> Response {
    let readiness = await site.readiness()
    return site.plain(readiness.words, readiness == .ready ? .ok : .serviceUnavailable)
  }
}

extension Site {
  /// A line of words for a program.
  func plain(_ words: String, _ status: HTTPResponse.Status) -> Response {
    var fields = anyFields
    fields[.contentType] = "text/plain; charset=utf-8"
    fields[.cacheControl] = "no-store"
    return Response(
      status: status, headers: fields,
      body: ResponseBody(byteBuffer: ByteBuffer(string: words + "\n")))
  }
}

/// Files of our own that pages need. Their address changes with their content.
enum Assets {
  static func show(_ site: Site, _ knock: Knock) async throws -> Response {
    guard let asset = Asset.at(String(knock.path)) else { return site.notFound(nil) }
    var fields = site.anyFields
    fields[.contentType] = asset.type
    fields[.cacheControl] = Asset.caching
    return Response(
      status: .ok, headers: fields,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
  }
}
