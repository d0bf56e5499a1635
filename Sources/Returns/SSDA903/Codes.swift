/// The code lists of the SSDA903 (returns of 2016-17 to 2026-27).
enum Codes {
  static let sex = CodeList("", until: [2024: "1 2"], from: [2025: "M F U"])
  static let ethnicity = CodeList(
    """
    WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH \
    REFU NOBT
    """)
  static let noYes = CodeList("0 1")
  static let reasonBegun = CodeList("S L P T B U")
  static let legalStatus = CodeList("C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3")
  static let need = CodeList("N1 N2 N3 N4 N5 N6 N7 N8")
  static let home = CodeList(
    """
    A3 A4 A5 A6 K1 K2 P1 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1
    """,
    until: [2024: "H5 P2"], from: [2025: "K3", 2026: "Z11 Z12 Z13 Z14"])
  static let provider = CodeList("PR0 PR1 PR2 PR3 PR4 PR5")
  static let reasonEnded = CodeList(
    "X1 E11 E12 E2 E3 E4A E4B E13 E41 E5 E6 E7 E9 E14 E15 E16 E17 E8",
    until: [2018: "E43 E44"], from: [2019: "E45 E46 E47 E48"])
  static let reasonHomeChanged = CodeList(
    "CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE OTHER", from: [2019: "CUSTOD"])
  static let participation = CodeList("PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7")
  static let workerChange = CodeList(
    "MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS")
  static let questionnaireReason = CodeList("SDQ1 SDQ2 SDQ3 SDQ4 SDQ5")
  static let inTouch = CodeList("YES NO DIED REFU NREQ RHOM")
  static let activity = CodeList(
    "F1 P1 F2 P2 G4 G5 G6 0", until: [2018: "F3 P3"], from: [2019: "F4 P4 F5 P5"])
  static let accommodation = CodeList(
    """
    B1 B2 C1 C2 D1 D2 E1 E2 G1 G2 H1 H2 K1 K2 R1 R2 S1 S2 T1 T2 U1 U2 V1 V2 W1 W2 X1 X2 Y1 Y2 \
    Z1 Z2 0
    """)
  static let adopters = CodeList("M1 F1 MM FF MF")
  static let adoptersStatus = CodeList("L0 L11 L12 L2 L3 L4")
  static let placedCeased = CodeList("RD1 RD2 RD3 RD4")
  static let permanence = CodeList("P1 P2 P3 P4 Z1")
  static let missing = CodeList("M A")
}
