import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import Practice
import Store

/// Answers as they go out: pages, ways on, and refusals in words.
extension Site {
  func response(to answer: Answer, _ who: Frame.SignedIn?) -> Response {
    switch answer {
    case .page(let bytes): page(bytes)
    case .csv(let bytes, let name): csv(bytes, name)
    case .lines(let bytes): lines(bytes)
    case .problem(let words): problem(.badRequest, words)
    case .asksAgain(let bytes): page(bytes, .unprocessableContent)
    case .notFound: notFound(who)
    case .seeOther(let address): seeOther(address.text)
    case .signedInAnew(let address, let token):
      with(sessionCookie.set(token), seeOther(address.text))
    }
  }

  private func with(_ cookie: String, _ response: Response) -> Response {
    var response = response
    response.headers[.setCookie] = cookie
    return response
  }

  func page(_ bytes: [UInt8], _ status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: pageFields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  func csv(_ bytes: [UInt8], _ name: StaticString) -> Response {
    var fields = anyFields
    fields[.contentType] = "text/csv; charset=utf-8"
    fields[.contentDisposition] = "attachment; filename=\"\(name)\""
    fields[.cacheControl] = "no-store"
    return Response(
      status: .ok, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  func lines(_ bytes: [UInt8]) -> Response {
    var fields = anyFields
    fields[.contentType] = "application/x-ndjson"
    fields[.cacheControl] = "no-store"
    return Response(
      status: .ok, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// - Parameter words: of this program, without anything that was sent.
  func problem(_ status: HTTPResponse.Status, _ words: String) -> Response {
    var fields = anyFields
    fields[.contentType] = "application/problem+json"
    fields[.cacheControl] = "no-store"
    let (title, code) = (status.reasonPhrase, status.code)
    let text =
      #"{"type":"about:blank","title":"\#(title)","status":\#(code),"detail":"\#(words)"}"#
    return Response(
      status: status, headers: fields,
      body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n")))
  }

  /// - Parameter address: a path of this site.
  func seeOther(_ address: String) -> Response {
    var fields = anyFields
    fields[.location] = address
    fields[.cacheControl] = "no-store"
    return Response(status: .seeOther, headers: fields)
  }

  /// Signing in leads back to the page that was asked for.
  func toSignIn(_ knock: Knock) -> Response {
    var address = Address("/sign-in")
    if knock.method == .get, knock.target != "/" { address = address.query("next", knock.target) }
    if sessionCookie.value(in: knock.fields) != nil { address = address.query("why", "ended") }
    return seeOther(address.text)
  }

  /// - Parameter way: where they may say why they need what they look for.
  func notFound(_ who: Frame.SignedIn?, way: Address? = nil) -> Response {
    let bytes = Frame(title: "Not found", who: who).page { page in
      page.h1("There is nothing here")
      page.p("Either this page does not exist, or it is not one that you may see.")
      page.p("Check the address, or find the person or family by name.")
      page.p(.class("onward")) { line in
        line.a("Find someone", Address("/search"), .class("button"))
        if let way { line.a("I need this record for my work", way) }
      }
    }
    return page(bytes, .notFound)
  }

  func otherMethod(_ methods: [HTTPRequest.Method]) -> Response {
    let bytes = Frame(title: "Not done").page { page in
      page.h1("This was not done")
      page.p("This page cannot be asked in that way.")
      page.p { $0.a("Go to the first page", Address("/")) }
    }
    var response = page(bytes, .methodNotAllowed)
    response.headers[.allow] = methods.map(\.rawValue).joined(separator: ", ")
    return response
  }

  /// A refusal in its own words; anything else in general words, and a line in the log that names
  /// the route and the kind of error, and no person.
  func refused(
    _ error: any Error, at route: Route, _ errand: Errand, who: Frame.SignedIn?
  ) -> Response {
    guard let refusal = error as? any Refusal, let status = Site.status(of: refusal) else {
      logbook.event(
        .error, "A page failed.",
        [
          ("route", "\(route.method.rawValue) \(route.pattern.text)"),
          ("error", Site.forLog(error)), ("request_id", errand.id),
        ])
      return failed(who, errand)
    }
    let bytes = Frame(title: "Not done", who: who).page { page in
      page.h1(refusal.what)
      page.p(refusal.why)
      page.p(refusal.remedy)
    }
    return page(bytes, status)
  }

  private func failed(_ who: Frame.SignedIn?, _ errand: Errand) -> Response {
    let bytes = Frame(title: "Something went wrong", who: who).page { page in
      page.h1("Something went wrong")
      page.p("Kith could not do this. Nothing was half kept: it is done whole or not at all.")
      page.p("Go back and try again. If it happens again, tell whoever looks after Kith this:")
      page.p("Request \(errand.id)")
    }
    return page(bytes, .internalServerError)
  }

  /// Nil where the words of the refusal are for those who look after the machine.
  private static func status(of refusal: any Refusal) -> HTTPResponse.Status? {
    switch refusal {
    case let refusal as DoorRefusal: refusal.status
    case let refusal as AccessRefusal: refusal.status
    case let refusal as StoreRefusal: status(of: refusal)
    default: .unprocessableContent
    }
  }

  private static func status(of refusal: StoreRefusal) -> HTTPResponse.Status? {
    switch refusal {
    case .overtaken: .conflict
    case .busy, .wokenUp, .full, .readOnly, .noKey, .unreachable, .unsure: .serviceUnavailable
    case .noSuchAuthority, .severalAuthorities, .alreadyThere, .authorityThere:
      .unprocessableContent
    case .notAStore, .cannotOpen, .barred, .noRight, .unfit, .newerSchema, .againstTheRules,
      .damaged, .failed:
      nil
    }
  }

  /// The store's refusals hold statements and rules; where an engine says which value it could not
  /// take, its words end before the value. Of other errors only the kind is told.
  static func forLog(_ error: any Error) -> String {
    guard let refusal = error as? StoreRefusal else { return String(reflecting: type(of: error)) }
    let words = Array(refusal.description.utf8)
    let ends = [": \"", ": 0x"].compactMap {
      ByteSearch(for: Array($0.utf8)).first(in: words, from: 0)
    }
    guard let end = ends.min() else { return refusal.description }
    return String(decoding: words[..<end], as: UTF8.self) + ": a value"
  }
}
