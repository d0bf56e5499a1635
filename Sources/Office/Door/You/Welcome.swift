import HTTPTypes
import HummingbirdCore
import Practice

/// The page that an invitation leads to.
enum Welcome {
  static func show(_ site: Site, _ knock: Knock) async throws -> Response {
    let token = knock.query["token"] ?? ""
    guard let account = try await site.accounts.invited(by: token, now: knock.now) else {
      throw DoorRefusal.invitationOver
    }
    return page(token, account, site, knock)
  }

  static func enter(_ site: Site, _ knock: Knock) async throws -> Response {
    guard !knock.isFromElsewhere else { throw DoorRefusal.notFromHere }
    let form = try await knock.form(upTo: Route.words)
    let mark = site.doorstepCookie.value(in: knock.fields)
    guard site.doorstep.holds(mark: mark, field: form["csrf"]) else {
      throw DoorRefusal.notFromHere
    }
    let (token, password) = (form["token"] ?? "", form["new"] ?? "")
    guard let account = try await site.accounts.invited(by: token, now: knock.now) else {
      throw DoorRefusal.invitationOver
    }
    guard password == form["repeated"] else {
      return page(
        token, account, site, knock,
        [Fault(field: "repeated", words: "Enter the same new password once more.")])
    }
    do {
      guard try await site.accounts.accept(token, by: account, password) else {
        throw DoorRefusal.invitationOver
      }
    } catch let refusal as AccountRefusal {
      return page(
        token, account, site, knock,
        [Fault(field: "new", words: "\(refusal.why) \(refusal.remedy)")])
    }
    return site.seeOther(Address("/sign-in").query("why", "welcome").text)
  }

  private static func page(
    _ token: String, _ account: Account, _ site: Site, _ knock: Knock, _ faults: [Fault] = []
  ) -> Response {
    site.onTheDoorstep(knock, faults.isEmpty ? .ok : .unprocessableContent) { csrf in
      Frame(title: "Welcome", hasFaults: !faults.isEmpty).page { page in
        page.div(.class("door")) { door in
          door.faults(faults)
          door.h1("Welcome to Kith")
          door.p(.class("lead")) { lead in
            lead.name(account.name)
            lead.text(", \(site.authority.name) has invited you to sign in as ")
            lead.text("\(account.role.words.lowercased()). Choose a password.")
          }
          door.form(to: Address("/welcome"), csrf: csrf) { form in
            form.input(.type("hidden"), .name("token"), .value(token))
            form.newPassword(faults)
            form.button("Set your password", .type("submit"))
          }
        }
      }
    }
  }
}
