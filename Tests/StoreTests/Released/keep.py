"""Keeps a small store as this version of Kith leaves it, for every later version to be tried on.

    python3 Tests/StoreTests/Released/keep.py --kith .build/release/kith

Run when a version is released, and never again for a schema that was: what is kept here is what
councils have. Writes schema-N.sql beside this file, N being the version of the schema.
"""

import argparse
import os
import sqlite3
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent

CARE_RETURN = {
    "header.csv": """CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
501,F,04/05/2012,WBRI,L846000000501,,
502,M,17/11/2016,BAFR,L846000000502,,
""",
    "episodes.csv": """CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
501,10/06/2024,S,C2,N1,U4,PR1,,,,BN1 1AA,BN2 1TW,
502,01/09/2025,S,V2,N1,U4,PR1,,,,BN1 1AB,BN2 1TX,
""",
    "sw_episodes.csv": """CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON
501,04/05/2012,SW100001,10/06/2024,01/07/2025,FCONTA
501,04/05/2012,SW100002,01/07/2025,20/11/2025,TSPROC
501,04/05/2012,SW100001,20/11/2025,,MANAGE
502,17/11/2016,SW100003,01/09/2025,,FCONTA
""",
    "reviews.csv": """CHILD,DOB,REVIEW,REVIEW_CODE
501,04/05/2012,02/09/2025,PN1
""",
}
DATASET = {
    "ssd_professionals.csv": """prof_professional_id,prof_professional_name,prof_social_worker_registration_no,prof_full_time_equivalency,prof_agency_worker_flag
W1,Ada Moss,SW12,0.8,N
""",
    "ssd_person.csv": """pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob,pers_upn_unknown
P1,Leo,Marsh,M,2012-01-14T00:00:00,NULL
P2,Mia,Marsh,F,2014-06-02T00:00:00,NULL
""",
    "ssd_family.csv": """fami_table_id,fami_family_id,fami_person_id
F1,F,P1
F2,F,P2
""",
    "ssd_involvements.csv": """invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_involvement_start_date,invo_involvement_end_date,invo_worker_change_reason,invo_person_id,invo_referral_id
I1,W1,Allocated Case Worker,T1,2025-01-02 09:30:00.000,,manage,P1,R1
""",
}


def dump(kept):
    """The store as statements. An index of words keeps its rows in tables that it makes itself: they are
    filled once it has made them."""
    made = kept.execute("SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
                        " ORDER BY rowid").fetchall()
    filled = []
    for index in [name for name, sql in made if " USING fts5(" in sql]:
        for table in [f"{index}_{part}" for part in ("data", "idx", "config")]:
            filled.append(f'DELETE FROM "{table}";')
            for row in kept.execute(f'SELECT * FROM "{table}"'):
                values = ", ".join(kept.execute("SELECT quote(?)", [value]).fetchone()[0] for value in row)
                filled.append(f'INSERT INTO "{table}" VALUES ({values});')
    for name, _ in reversed(made):
        kept.execute(f'DROP TABLE "{name}"')
    return [*kept.iterdump(), *(sql + ";" for _, sql in made), *filled]


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--kith", default=".build/release/kith")
    wish = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "kith.db")

        def kith(*words, said=""):
            # The key that the tests know: everything kept here is made up.
            subprocess.run([wish.kith, *words, "--store", store], check=True, input=said, text=True,
                           env={**os.environ, "KITH_SEAL_KEY": "07" * 32}, stdout=subprocess.DEVNULL)

        kith("authority", "add", "846", "Marlhaven")
        kith("user", "add", "Wei Chen", "--role", "analyst", said="four quiet otters swim\n")
        for name, files in ("ssda903", CARE_RETURN), ("ssd", DATASET):
            place = Path(folder, name)
            place.mkdir()
            for file, text in files.items():
                (place / file).write_text(text)
            year = ["--year", "2026"] if name == "ssda903" else []
            kith("import", name, str(place), *year)
        with sqlite3.connect(store) as kept:
            version = kept.execute("SELECT max(number) FROM schema_version").fetchone()[0]
            path = HERE / f"schema-{version}.sql"
            path.write_text("\n".join(dump(kept)) + "\n")
    print(f"{path}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
