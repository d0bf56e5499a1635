import HTTPTypes
import HummingbirdCore
import NIOCore

/// Says that the program is there and answers; nothing about what it holds.
enum Health {
  static func show(_ site: Site, _ knock: Knock) async throws -> Response {
    var fields = site.anyFields
    fields[.contentType] = "text/plain; charset=utf-8"
    fields[.cacheControl] = "no-store"
    return Response(
      status: .ok, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: "ok\n")))
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
