import Practice
import Store

/// Where a practitioner writes down that they met a family.
enum RecordEncounterPage {
  /// `GET /families/ID/encounters?telling=&child=`. The address holds the id of the telling that the
  /// form will be, so that loading the page again, or going back to it, begins no second one.
  static func show(_ visit: Visit, _ id: ID<Family>) async throws -> Answer {
    guard
      let family = try await EncounterFamily.of(
        id, visit.store, visit.actor, now: visit.now)
    else {
      return .notFound
    }
    guard let practitioner = visit.actor.practitioner else {
      throw RecordEncounterRefusal.noPractitioner
    }
    guard !visit.store.isReadOnly else { throw StoreRefusal.readOnly }
    guard visit.store.canSeal else { throw StoreRefusal.noKey("kith.key") }
    let afresh = Answer.seeOther(
      address(id, child: visit.query["child"])
        .query("telling", newTelling(visit.now).description))
    guard let telling = visit.query["telling"].flatMap({ ID<Telling>($0) }), telling.isOfVersion7
    else { return afresh }
    let view = RecordEncounterView(
      family: family, form: RecordEncounterForm(telling: telling),
      child: child(visit.query["child"], of: family), today: visit.actor.today, writer: practitioner
    )
    let authority = visit.actor.authority.number
    let kept = try await visit.store.read { reading in
      try RelationshipDesk.encounter(
        reading, authority, RecordEncounter.encounter(of: telling), met: [])
    }
    guard let kept else { return .page(view.page(for: visit.who)) }
    // A form is of one practitioner and one family: whoever else has its address begins their own.
    guard kept.family == id, kept.practitioner == practitioner else { return afresh }
    return .page(view.kept(kept, for: visit.who))
  }

  /// `POST /families/ID/encounters`: keeps it once and leads back to where it was begun, or asks
  /// again with all that was typed.
  static func receive(_ visit: Visit, _ id: ID<Family>) async throws -> Answer {
    guard var view = try await sent(visit, id) else { return .notFound }
    switch view.form.encounter(
      with: view.family, by: view.writer, today: visit.actor.today)
    {
    case .failure(let faults):
      view.faults = faults.all
    case .success(let encounter):
      let deed = RecordEncounter(
        encounter, telling: view.form.telling, by: visit.actor.account, recorded: visit.now)
      do {
        try await deed.tell(in: visit.store, visit.actor.authority.number)
        return .seeOther(view.back.query("told", "meeting"))
      } catch let refusal as RecordEncounterRefusal {
        // Whoever sends it once more means another meeting.
        view.form.telling = newTelling(visit.now)
        view.notice = notice(refusal)
      } catch let refusal as StoreRefusal {
        // Whatever kept it from being kept, what was typed stays on the page.
        view.notice = notice(refusal)
      }
    }
    return .asksAgain(view.page(for: visit.who))
  }

  /// The form with what was typed, for whoever was signed out while writing; nothing is told.
  static func again(_ visit: Visit, _ id: ID<Family>) async throws -> Answer {
    guard var view = try await sent(visit, id) else { return .notFound }
    view.notice = Notice(
      kind: .note, words: "Here is what you had written. It is not kept yet.",
      more: "You had been signed out. Read it through, and press \"Write it down\" once more.")
    return .page(view.page(for: visit.who))
  }

  /// The form as it was sent; nil for a family that this person may not know of.
  private static func sent(
    _ visit: Visit, _ id: ID<Family>
  ) async throws -> RecordEncounterView? {
    guard
      let family = try await EncounterFamily.of(
        id, visit.store, visit.actor, now: visit.now)
    else {
      return nil
    }
    guard let practitioner = visit.actor.practitioner else {
      throw RecordEncounterRefusal.noPractitioner
    }
    return RecordEncounterView(
      family: family, form: try RecordEncounterForm(visit.form),
      child: child(visit.form["child"], of: family), today: visit.actor.today, writer: practitioner)
  }

  /// The way here, from a family's page or from a child's.
  static func address(_ family: ID<Family>, child: String? = nil) -> Address {
    Address("/families/", family, "/encounters").query("child", child)
  }

  /// Said on the page to which telling led, where it did.
  static func notice(_ query: Query) -> Notice? {
    guard query["told"] == "meeting" else { return nil }
    return Notice(
      kind: .done, words: "The meeting is written down.",
      more: "It stands under what has happened, and in the thread of everyone who took part.")
  }

  private static func notice(_ refusal: any Refusal) -> Notice {
    Notice(kind: .warning, words: refusal.what, more: "\(refusal.why) \(refusal.remedy)")
  }

  private static func child(_ text: String?, of family: EncounterFamily) -> ID<Person>? {
    text.flatMap { ID<Person>($0) }.flatMap { family.holds($0) ? $0 : nil }
  }

  private static func newTelling(_ now: Instant) -> ID<Telling> {
    var ids = IDMaker(at: now, using: SystemRandomNumberGenerator())
    return ids.next()
  }
}
