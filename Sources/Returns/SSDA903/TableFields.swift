extension Table {
  /// Every table's columns, in the order in which the return lists them.
  static let fieldsByTable: [Table: [Field]] = [
    .header: [
      child, Field("SEX", .code(Codes.sex), rule: "101"), Field("DOB", .day, rule: "102"),
      Field("ETHNIC", .code(Codes.ethnicity), rule: "103"),
      Field("UPN", .pupilNumber, rule: "168", blank: "442"),
      Field("MOTHER", .code(Codes.noYes), required: false, rule: "165"),
      Field("MC_DOB", .day, required: false, rule: "171"),
    ],
    .episodes: [
      child, Field("DECOM", .day, rule: "141"),
      Field("RNE", .code(Codes.reasonBegun), rule: "143"),
      Field("LS", .code(Codes.legalStatus), rule: "144"),
      Field("CIN", .code(Codes.need), rule: "145"),
      Field("PLACE", .restatedCode(Codes.home), rule: "146"),
      Field("PLACE_PROVIDER", .code(Codes.provider), required: false, rule: "178"),
      Field("DEC", .day, required: false, rule: "147"),
      Field("REC", .restatedCode(Codes.reasonEnded), required: false, rule: "149"),
      Field(
        "REASON_PLACE_CHANGE", .restatedCode(Codes.reasonHomeChanged), required: false,
        rule: "1009"),
      Field("HOME_POST", .postcode, required: false, rule: "392c"),
      Field("PL_POST", .postcode, required: false, rule: "392c"),
      Field("URN", .providerNumber, required: false, rule: "1008"),
    ],
    .workerEpisodes: [
      child, born, Field("SW_ID", .worker, rule: "SW02STG1", blank: "SW01aSTG1"),
      Field("SW_DECOM", .day, rule: "SW04STG1", blank: "SW01aSTG1"),
      Field("SW_DEC", .day, required: false, rule: "SW05STG1"),
      Field("SW_REASON", .code(Codes.workerChange), required: false, rule: "SW13STG1"),
    ],
    .reviews: [
      child, born, Field("REVIEW", .day, rule: "166"),
      Field("REVIEW_CODE", .code(Codes.participation), rule: "167"),
    ],
    .uasc: [
      child, Field("SEX", .code(Codes.sex), rule: "101"), born,
      Field("DUC", .day, required: false, rule: "104"),
    ],
    .oc2: [
      child, born, Field("SDQ_SCORE", .whole(0...40), required: false, rule: "180"),
      Field("SDQ_REASON", .code(Codes.questionnaireReason), required: false, rule: "196"),
    ]
      + [
        "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT",
        "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED",
      ].map { Field($0, .code(Codes.noYes), required: false, rule: "181") },
    .oc3: [
      child, born, Field("IN_TOUCH", .code(Codes.inTouch), rule: "131"),
      Field("ACTIV", .code(Codes.activity), rule: "132"),
      Field("ACCOM", .code(Codes.accommodation), rule: "133"),
    ],
    .ad1: [
      child, born, Field("DATE_INT", .day, rule: "112"), Field("DATE_MATCH", .day, rule: "113"),
      Field("FOSTER_CARE", .code(Codes.noYes), rule: "114"),
      Field("NB_ADOPTR", .whole(1...2), rule: "175"),
      Field("SEX_ADOPTR", .code(Codes.adopters), rule: "176"),
      Field("LS_ADOPTR", .code(Codes.adoptersStatus), rule: "177"),
    ],
    .placedForAdoption: [
      child, born, Field("DATE_PLACED", .day, rule: "115"),
      Field("DATE_PLACED_CEASED", .day, required: false, rule: "116"),
      Field("REASON_PLACED_CEASED", .code(Codes.placedCeased), required: false, rule: "120"),
    ],
    .previousPermanence: [
      child, born, Field("PREV_PERM", .code(Codes.permanence), rule: "631"),
      Field("LA_PERM", .authority, required: false, rule: "633"),
      Field("DATE_PERM", .dayPerhaps, required: false, rule: "632"),
    ],
    .missing: [
      child, born, Field("MISSING", .code(Codes.missing), rule: "1006"),
      Field("MIS_START", .day, rule: "1004", blank: "564"),
      Field("MIS_END", .day, required: false, rule: "1005"),
    ],
    .deprivationOfLiberty: [
      child, born, Field("DOLO_START", .day, rule: "700"),
      Field("DOLO_END", .day, required: false, rule: "701"),
    ],
  ]

  private static let child = Field("CHILD", .child, rule: ReaderRule.child)
  private static let born = Field("DOB", .day, rule: ReaderRule.day)
}
