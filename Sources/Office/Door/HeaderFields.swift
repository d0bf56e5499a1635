import HTTPTypes

/// What every answer tells the browser about how far it may trust a page of ours: no script or style
/// within a page, nothing from or to another site, no frame around it, no copy in a cache.
enum HeaderFields {
  static let policy = """
    default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; \
    form-action 'self'; frame-ancestors 'none'; base-uri 'none'
    """

  private static let always = [
    ("content-security-policy", policy), ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"), ("referrer-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()"),
    ("cross-origin-opener-policy", "same-origin"), ("cross-origin-resource-policy", "same-origin"),
  ]

  /// - Parameter secure: behind TLS, which browsers are then to use for a year.
  static func always(secure: Bool) -> HTTPFields {
    var fields = HTTPFields()
    for (name, value) in always {
      if let name = HTTPField.Name(name) { fields[name] = value }
    }
    if secure { fields[.strictTransportSecurity] = "max-age=31536000" }
    return fields
  }

  static func page(secure: Bool) -> HTTPFields {
    var fields = always(secure: secure)
    fields[.contentType] = "text/html; charset=utf-8"
    fields[.cacheControl] = "no-store"
    return fields
  }
}
