/// The tables of the Standard Safeguarding Dataset that are read, in the order in which they are best
/// read.
public enum SSDTable: String, Sendable, CaseIterable {
  case department = "ssd_department"
  case professionals = "ssd_professionals"
  case person = "ssd_person"
  case family = "ssd_family"
  case involvements = "ssd_involvements"

  /// The columns that have to be there: by them a file is recognised.
  var required: [String] {
    switch self {
    case .department: ["dept_team_id"]
    case .professionals: ["prof_professional_id"]
    case .person: ["pers_person_id"]
    case .family: ["fami_family_id", "fami_person_id"]
    case .involvements:
      ["invo_professional_id", "invo_person_id", "invo_involvement_start_date"]
    }
  }

  /// The columns that may be there.
  var optional: [String] {
    switch self {
    case .department: ["dept_team_name", "dept_team_parent_id", "dept_team_parent_name"]
    case .professionals:
      [
        "prof_staff_id", "prof_professional_name", "prof_social_worker_registration_no",
        "prof_professional_job_title", "prof_professional_department",
        "prof_professional_caseload", "prof_full_time_equivalency", "prof_agency_worker_flag",
      ]
    case .person:
      [
        "pers_forename", "pers_surname", "pers_sex", "pers_ethnicity", "pers_dob",
        "pers_expected_dob", "pers_death_date", "pers_gender", "pers_common_child_id",
        "pers_legacy_id", "pers_upn", "pers_upn_unknown", "pers_send_flag", "pers_is_mother",
        "pers_nationality",
      ]
    case .family: ["fami_table_id"]
    case .involvements:
      [
        "invo_involvements_id", "invo_professional_role_id", "invo_professional_team",
        "invo_involvement_end_date", "invo_worker_change_reason", "invo_referral_id",
      ]
    }
  }

  var columns: [String] { required + optional }

  /// The table whose first required column is among the names.
  static func recognised(by names: [String]) -> SSDTable? {
    allCases.first { names.contains($0.required[0]) }
  }
}
