import Practice

/// Setting up a second step for oneself, and what else can be done with it.
enum YourFactor {
  static func show(_ visit: Visit) async throws -> Answer {
    guard let own = visit.own else { return .notFound }
    let (has, _) = try await own.site.factors.standing(of: own.session.account)
    guard !has else { return .seeOther(Address("/you")) }
    let offer = try own.site.factors.offer(to: own.session.account)
    return .page(view(offer, visit, own, []).page())
  }

  static func receive(_ visit: Visit) async throws -> Answer {
    guard let own = visit.own else { return .notFound }
    let (factors, account) = (own.site.factors, own.session.account)
    let (has, isAskedFor) = try await factors.standing(of: account)
    // By whoever knows the password, and not by whoever found a screen open.
    let password = visit.form["password"] ?? ""
    let fault = try await YouPage.fault(password, "password", own, visit.now)
    guard has else { return try await setUp(visit, own, fault) }
    if let fault { return try await YouPage.asksAgain(visit, own, [fault]) }
    switch visit.form["do"] {
    case "codes":
      let codes = try await factors.renewCodes(of: account, now: visit.now)
      return .page(
        RecoveryCodesView(codes: codes, next: "/you", isNew: false).page(for: visit.who))
    case "remove" where !isAskedFor:
      try await factors.remove(from: account)
      return .seeOther(Address("/you").query("done", "factor"))
    default: return .seeOther(Address("/you"))
    }
  }

  private static func setUp(
    _ visit: Visit, _ own: Visit.Own, _ fault: Fault?
  ) async throws -> Answer {
    let (factors, account) = (own.site.factors, own.session.account)
    guard let offer = visit.form["offer"].flatMap({ factors.offer($0, to: account) }) else {
      return .seeOther(Address("/you/factor"))
    }
    if let fault { return .asksAgain(view(offer, visit, own, [fault]).page()) }
    let codes = try await factors.accept(
      offer, by: account, visit.form["code"] ?? "", now: visit.now)
    guard let codes else {
      return .asksAgain(view(offer, visit, own, [.otherCode]).page())
    }
    return .page(RecoveryCodesView(codes: codes, next: "/you").page(for: visit.who))
  }

  private static func view(
    _ offer: Factors.Offer, _ visit: Visit, _ own: Visit.Own, _ faults: [Fault]
  ) -> SecondStepView {
    var view = SecondStepView(
      account: own.session.account.name, service: "Kith \(own.site.authority.name)", next: "/you",
      csrf: visit.csrf, faults: faults)
    view.offer = offer
    view.who = visit.who
    view.to = Address("/you/factor")
    return view
  }
}
