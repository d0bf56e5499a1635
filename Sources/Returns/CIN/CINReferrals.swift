import Practice

// An episode of need and what belongs to it.

extension CINReader {
  /// Nil where the day of referral is missing or wrong, which is told.
  func referral(_ details: Element) -> CINReferral? {
    let referred = check.day("CINreferralDate", of: details, rule: "8600", required: .fault)
    let closed = check.day("CINclosureDate", of: details, rule: "8620")
    let isWithoutAction = check.flag("ReferralNFA", of: details, rule: "8568", required: .query)
    let source = check.code(
      "ReferralSource", of: details, in: CINCodes.source, rule: "8866", required: .query)
    let need = check.code(
      "PrimaryNeedCode", of: details, in: CINCodes.need, rule: "8650",
      required: isWithoutAction == false ? .query : nil)
    let reason = check.code("ReasonForClosure", of: details, in: CINCodes.closure, rule: "8640")
    let isDayBlank = details["CINclosureDate"]?.text.isEmpty ?? true
    if isDayBlank != details["ReasonForClosure"]?.text.isEmpty ?? true {
      check.ask(
        details, isDayBlank ? "CINclosureDate" : "ReasonForClosure", isDayBlank ? "8810" : "8805",
        "The day and the reason of closing belong together, and one is missing.")
    }
    if let referred {
      _ = check.period(referred, closed, of: details, "CINclosureDate", rule: "8630")
      if referred > year.last {
        check.ask(details, "CINreferralDate", "8600", "This is after the census.")
      }
    }
    if let closed, closed > year.last || closed < year.first {
      check.ask(details, "CINclosureDate", "8620", "This is outside the year of the census.")
    }
    let assessments = details.all("Assessments").compactMap { assessment($0, referred) }
    let plans = details.all("CINPlanDates").compactMap { plan($0, referred) }
    let enquiries = details.all("Section47").compactMap { enquiry($0, referred) }
    let protectionPlans = details.all("ChildProtectionPlans").compactMap {
      protection($0, referred)
    }
    if isWithoutAction == true, !assessments.isEmpty || !plans.isEmpty || !enquiries.isEmpty {
      check.ask(
        details, nil, "8831", "The referral led to no further action, and yet something followed.")
    }
    if isWithoutAction == true, !protectionPlans.isEmpty {
      check.ask(details, nil, "8832", "The referral led to no further action, and yet to a plan.")
    }
    guard let referred else { return nil }
    return CINReferral(
      line: details.line, referred: referred, closed: closed, source: source, need: need,
      isWithoutAction: isWithoutAction, closureReason: reason,
      conference: check.day("DateOfInitialCPC", of: details, rule: "8715"),
      assessments: assessments, plans: plans, enquiries: enquiries,
      protectionPlans: protectionPlans, stated: unknown(inDetails: details))
  }

  private func assessment(_ group: Element, _ referred: Day?) -> CINAssessment? {
    let begun = check.day("AssessmentActualStartDate", of: group, required: .fault)
    let authorised = check.day("AssessmentAuthorisationDate", of: group)
    let elements = group["FactorsIdentifiedAtAssessment"]?.all("AssessmentFactors") ?? []
    let factors = elements.compactMap { element in
      element.text.isEmpty
        ? nil : check.code(element, in: CINCodes.factors, rule: ReaderRule.code)
    }
    if Set(factors).count != factors.count {
      check.ask(group, nil, "8898", "A factor stands twice.")
    }
    if factors.count > 1, factors.contains("21") {
      check.ask(group, nil, "8869", "“No factors” stands beside a factor.")
    }
    if !factors.isEmpty, authorised == nil {
      check.ask(group, nil, "8614", "There are factors, and the assessment is not completed.")
    }
    if factors.isEmpty, authorised != nil {
      check.ask(group, nil, "8897Q", "The assessment is completed and states no factor.")
    }
    if let begun {
      _ = check.period(begun, authorised, of: group, "AssessmentAuthorisationDate", rule: "8608")
      askWhetherBefore(referred, begun, group, "AssessmentActualStartDate", "1103")
    }
    let reviewed = check.day("AssessmentInternalReviewDate", of: group)
    return begun.map {
      CINAssessment(
        line: group.line, begun: $0, reviewed: reviewed, authorised: authorised, factors: factors)
    }
  }

  private func plan(_ group: Element, _ referred: Day?) -> Period? {
    let begun = check.day("CINPlanStartDate", of: group, rule: "4010", required: .fault)
    let ended = check.day("CINPlanEndDate", of: group, rule: "4013")
    guard let begun else { return nil }
    askWhetherBefore(referred, begun, group, "CINPlanStartDate", "4015")
    if begun == ended {
      check.ask(group, "CINPlanEndDate", "4012Q", "This plan began and ended on one day.")
    }
    return check.period(begun, ended, of: group, "CINPlanEndDate", rule: "4011")
  }

  private func enquiry(_ group: Element, _ referred: Day?) -> CINEnquiry? {
    let begun = check.day("S47ActualStartDate", of: group, rule: "8615", required: .fault)
    let conference = check.day("DateOfInitialCPC", of: group, rule: "8715")
    let target = check.day("InitialCPCtarget", of: group)
    let notRequired = check.flag("ICPCnotRequired", of: group, rule: ReaderRule.code)
    guard let begun else { return nil }
    askWhetherBefore(referred, begun, group, "S47ActualStartDate", "2889")
    if let conference, conference < begun {
      check.ask(group, "DateOfInitialCPC", "8615", "The conference was before the enquiry began.")
    }
    return CINEnquiry(
      line: group.line, begun: begun, conferenceTarget: target, conference: conference,
      isConferenceNotRequired: notRequired)
  }

  private func protection(_ group: Element, _ referred: Day?) -> CINProtectionPlan? {
    let begun = check.day("CPPstartDate", of: group, rule: "8720", required: .fault)
    let ended = check.day("CPPendDate", of: group, rule: "8930")
    let initial = check.code(
      "InitialCategoryOfAbuse", of: group, in: CINCodes.abuse, rule: "8905", required: .query)
    let latest = check.code(
      "LatestCategoryOfAbuse", of: group, in: CINCodes.abuse, rule: "8910", required: .query)
    let earlier = check.whole(
      "NumberOfPreviousCPP", of: group, upTo: 999, rule: "8730", required: .query)
    let reviews = group.all("Reviews").flatMap { $0.all("CPPreviewDate") }.compactMap { element in
      element.text.isEmpty ? nil : check.day(element, rule: "8842Q")
    }
    guard let begun else { return nil }
    askWhetherBefore(referred, begun, group, "CPPstartDate", "1105")
    if begun == ended {
      check.ask(group, "CPPendDate", "8840", "This plan began and ended on one day.")
    }
    if reviews.contains(where: { $0 <= begun }) {
      check.ask(group, nil, "8841", "A review is on or before the day the plan began.")
    }
    return check.period(begun, ended, of: group, "CPPendDate", rule: "8925").map {
      CINProtectionPlan(
        line: group.line, period: $0, initialCategory: initial, latestCategory: latest,
        earlierPlans: earlier, reviews: reviews)
    }
  }

  private func askWhetherBefore(
    _ referred: Day?, _ day: Day, _ group: Element, _ name: String, _ rule: String
  ) {
    if let referred, day < referred {
      check.ask(group, name, rule, "This is before the referral of \(referred.inWords).")
    }
  }

  private func unknown(inDetails details: Element) -> [StatedElement] {
    let known: Set<String> = [
      "CINreferralDate", "ReferralSource", "PrimaryNeedCode", "CINclosureDate", "ReasonForClosure",
      "DateOfInitialCPC", "Assessments", "CINPlanDates", "Section47", "ReferralNFA",
      "ChildProtectionPlans",
    ]
    return details.children.filter { !known.contains($0.name) }.flatMap { element in
      element.name == "PreProceedingsandFGDM"
        ? element.leaves(path: element.name) : keep(element, path: element.name)
    }
  }
}
