BEGIN TRANSACTION;
CREATE TABLE "account" (
  "authority" INTEGER NOT NULL,
  "sign_in_name" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('socialWorker', 'podManager', 'unitCoordinator', 'leadPractitioner', 'conferenceChair', 'leader', 'analyst', 'administrator')),
  "practitioner" BLOB CHECK (length("practitioner") = 16),
  "salt" BLOB NOT NULL,
  "rounds" INTEGER NOT NULL,
  "verifier" BLOB NOT NULL,
  "added" INTEGER NOT NULL,
  "ended" INTEGER,
  PRIMARY KEY (authority, sign_in_name),
  FOREIGN KEY (authority, practitioner) REFERENCES "practitioner" (authority, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "account" VALUES(1,'wei chen','Wei Chen','analyst',NULL,X'D315C5F75824F752BAC3F6E9CFF4101F',131072,X'B95C3CA6F57150049AD0F0D1C1141738E3C59456A9447A3E42FDC41809F01303',1795791622138841,NULL);
CREATE TABLE "authority" (
  "authority" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "added" INTEGER NOT NULL,
  PRIMARY KEY (authority, code)
) STRICT, WITHOUT ROWID;
INSERT INTO "authority" VALUES(1,'846','Marlhaven',1795791622026770);
CREATE TABLE "care_episode" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "child" BLOB NOT NULL CHECK (length("child") = 16),
  "from" INTEGER NOT NULL,
  "until" INTEGER CHECK ("until" IS NULL OR "from" IS NULL OR "until" >= "from"),
  "reason_begun" TEXT NOT NULL,
  "legal_status" TEXT NOT NULL CHECK ("legal_status" IN ('C1', 'C2', 'D1', 'E1', 'V2', 'V3', 'V4', 'L1', 'L2', 'L3', 'J1', 'J2', 'J3')),
  "need" TEXT NOT NULL,
  "home" TEXT NOT NULL,
  "provider" TEXT,
  "reason_ended" TEXT,
  "reason_home_changed" TEXT,
  "home_postcode" TEXT,
  "placement_postcode" TEXT,
  "placement_urn" TEXT,
  PRIMARY KEY (authority, child, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "care_episode" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, child) REFERENCES "person" (authority, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "care_episode" VALUES(1,X'01A21D859E0570008001D100FBB561CD',2,NULL,NULL,0,X'01A21D859E05700080019870748E57AD',19884,NULL,'S','C2','N1','U4','PR1',NULL,NULL,'BN1 1AA','BN2 1TW',NULL);
INSERT INTO "care_episode" VALUES(1,X'01A21D859E0570008002B34F8E9D8C8F',2,NULL,NULL,0,X'01A21D859E0570008005140D3A2DBA82',20332,NULL,'S','V2','N1','U4','PR1',NULL,NULL,'BN1 1AB','BN2 1TX',NULL);
CREATE TABLE "care_review" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "child" BLOB NOT NULL CHECK (length("child") = 16),
  "day" INTEGER NOT NULL,
  "participation" TEXT NOT NULL,
  PRIMARY KEY (authority, child, day, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "care_review" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, child) REFERENCES "person" (authority, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "care_review" VALUES(1,X'01A21D859E057000800151993AE8FE04',4,NULL,NULL,0,X'01A21D859E05700080019870748E57AD',20333,'PN1');
CREATE TABLE "encounter" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "family" BLOB NOT NULL CHECK (length("family") = 16),
  "practitioner" BLOB NOT NULL CHECK (length("practitioner") = 16),
  "day" INTEGER NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('visit', 'call', 'meeting', 'message', 'other')),
  "place" TEXT CHECK ("place" IN ('home', 'school', 'office', 'outdoors', 'familyCentre', 'hospital', 'online', 'elsewhere')),
  "title" TEXT NOT NULL,
  "words" TEXT NOT NULL,
  PRIMARY KEY (authority, family, day, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "encounter" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, family) REFERENCES "family" (authority, id),
  FOREIGN KEY (authority, practitioner) REFERENCES "practitioner" (authority, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE "encounter_met" (
  "authority" INTEGER NOT NULL,
  "person" BLOB NOT NULL CHECK (length("person") = 16),
  "day" INTEGER NOT NULL,
  "encounter" BLOB NOT NULL CHECK (length("encounter") = 16),
  "practitioner" BLOB NOT NULL CHECK (length("practitioner") = 16),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('visit', 'call', 'meeting', 'message', 'other')),
  "seen" INTEGER NOT NULL CHECK ("seen" IN (0, 1)),
  "alone" INTEGER NOT NULL CHECK ("alone" IN (0, 1)) CHECK (NOT alone OR seen),
  "telling" INTEGER NOT NULL,
  PRIMARY KEY (authority, person, day, encounter),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, person) REFERENCES "person" (authority, id),
  FOREIGN KEY (authority, encounter) REFERENCES "encounter" (authority, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE "encounter_words_at" (
  place INTEGER PRIMARY KEY,
  authority INTEGER NOT NULL,
  id BLOB NOT NULL CHECK (length(id) = 16)
) STRICT;
CREATE TABLE "family" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  PRIMARY KEY (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "family" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
INSERT INTO "family" VALUES(1,X'01A21D859EA570008001FA6C766AD24C',7,NULL,NULL,0);
CREATE TABLE "family_about" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "family" BLOB NOT NULL CHECK (length("family") = 16),
  "reference" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  PRIMARY KEY (authority, family, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "family_about" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, family) REFERENCES "family" (authority, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "family_about" VALUES(1,X'01A21D859EA5700080029A833EB701BE',7,NULL,NULL,0,X'01A21D859EA570008001FA6C766AD24C','F','Family F');
CREATE TABLE "family_member" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "family" BLOB NOT NULL CHECK (length("family") = 16),
  "person" BLOB NOT NULL CHECK (length("person") = 16),
  "relation" TEXT NOT NULL,
  "from" INTEGER NOT NULL,
  "until" INTEGER CHECK ("until" IS NULL OR "from" IS NULL OR "until" >= "from"),
  PRIMARY KEY (authority, family, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "family_member" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, family) REFERENCES "family" (authority, id),
  FOREIGN KEY (authority, person) REFERENCES "person" (authority, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "family_member" VALUES(1,X'01A21D859EA570008004519832F36CA3',7,NULL,NULL,0,X'01A21D859EA570008001FA6C766AD24C',X'01A21D859EA570008001A210D821503C','Child',20784,NULL);
INSERT INTO "family_member" VALUES(1,X'01A21D859EA57000800568312BD4EC2F',7,NULL,NULL,0,X'01A21D859EA570008001FA6C766AD24C',X'01A21D859EA570008005A7FD5B67372F','Child',20784,NULL);
CREATE TABLE "help_period" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "person" BLOB NOT NULL CHECK (length("person") = 16),
  "from" INTEGER NOT NULL,
  "until" INTEGER CHECK ("until" IS NULL OR "from" IS NULL OR "until" >= "from"),
  "source" TEXT,
  "need" TEXT,
  "reason_ended" TEXT,
  PRIMARY KEY (authority, person, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "help_period" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, person) REFERENCES "person" (authority, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE "household" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "address" TEXT NOT NULL,
  PRIMARY KEY (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "household" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TABLE "kinship" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "person" BLOB NOT NULL CHECK (length("person") = 16),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('parent', 'stepParent', 'adoptiveParent', 'fosterCarer', 'grandparent', 'sibling', 'halfSibling', 'stepSibling', 'partner', 'formerPartner', 'auntOrUncle', 'guardian', 'otherKin')),
  "kin_of" BLOB NOT NULL CHECK (length("kin_of") = 16),
  "from" INTEGER,
  "until" INTEGER CHECK ("until" IS NULL OR "from" IS NULL OR "until" >= "from"),
  PRIMARY KEY (authority, person, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "kinship" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, person) REFERENCES "person" (authority, id),
  FOREIGN KEY (authority, kin_of) REFERENCES "person" (authority, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE "known_as" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "scheme" TEXT NOT NULL CHECK ("scheme" IN ('staff', 'team', 'family')),
  "value" TEXT NOT NULL,
  "subject" BLOB NOT NULL CHECK (length("subject") = 16),
  PRIMARY KEY (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "known_as" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
INSERT INTO "known_as" VALUES(1,X'01A21D859EA5700080032E63AB8F4F37',5,NULL,NULL,0,'staff','W1',X'01A21D859EA570008001ECB287B65DAB');
INSERT INTO "known_as" VALUES(1,X'01A21D859EA57000800392357744C09F',8,NULL,NULL,0,'team','T1',X'01A21D859EA570008001FBAB1BDB0581');
INSERT INTO "known_as" VALUES(1,X'01A21D859EA570008003B34A065DB7B9',7,NULL,NULL,0,'family','F',X'01A21D859EA570008001FA6C766AD24C');
CREATE TABLE "name_word" (
  "authority" INTEGER NOT NULL,
  "word" TEXT NOT NULL,
  "person" BLOB NOT NULL CHECK (length("person") = 16),
  "place" INTEGER NOT NULL,
  PRIMARY KEY (authority, word, person, place),
  FOREIGN KEY (authority, person) REFERENCES "person" (authority, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "name_word" VALUES(1,'leo',X'01A21D859EA570008001A210D821503C',1);
INSERT INTO "name_word" VALUES(1,'marsh',X'01A21D859EA570008001A210D821503C',0);
INSERT INTO "name_word" VALUES(1,'marsh',X'01A21D859EA570008005A7FD5B67372F',0);
INSERT INTO "name_word" VALUES(1,'mia',X'01A21D859EA570008005A7FD5B67372F',1);
CREATE TABLE "person" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  PRIMARY KEY (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "person" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
INSERT INTO "person" VALUES(1,X'01A21D859E05700080019870748E57AD',1,NULL,NULL,0);
INSERT INTO "person" VALUES(1,X'01A21D859E0570008005140D3A2DBA82',1,NULL,NULL,0);
INSERT INTO "person" VALUES(1,X'01A21D859EA570008001A210D821503C',6,NULL,NULL,0);
INSERT INTO "person" VALUES(1,X'01A21D859EA570008005A7FD5B67372F',6,NULL,NULL,0);
CREATE TABLE "person_about" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "person" BLOB NOT NULL CHECK (length("person") = 16),
  "born" INTEGER,
  "died" INTEGER CHECK (died IS NULL OR born IS NULL OR died >= born),
  "sex" TEXT CHECK ("sex" IN ('F', 'M', 'U')),
  "ethnicity" TEXT,
  "pronouns" TEXT,
  "language" TEXT,
  "interpreter" INTEGER NOT NULL CHECK ("interpreter" IN (0, 1)),
  PRIMARY KEY (authority, person, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "person_about" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, person) REFERENCES "person" (authority, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "person_about" VALUES(1,X'01A21D859E05700080034DDBCBEA9CE6',1,NULL,NULL,0,X'01A21D859E05700080019870748E57AD',15464,NULL,'F','WBRI',NULL,NULL,0);
INSERT INTO "person_about" VALUES(1,X'01A21D859E0570008007D976497B57EA',1,NULL,NULL,0,X'01A21D859E0570008005140D3A2DBA82',17122,NULL,'M','BAFR',NULL,NULL,0);
INSERT INTO "person_about" VALUES(1,X'01A21D859EA57000800341616D768D8C',6,NULL,NULL,0,X'01A21D859EA570008001A210D821503C',15353,NULL,'M',NULL,NULL,NULL,0);
INSERT INTO "person_about" VALUES(1,X'01A21D859EA57000800793CDB8434362',6,NULL,NULL,0,X'01A21D859EA570008005A7FD5B67372F',16223,NULL,'F',NULL,NULL,NULL,0);
CREATE TABLE "person_name" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "person" BLOB NOT NULL CHECK (length("person") = 16),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('preferred', 'legal', 'former', 'alias')),
  "given" TEXT NOT NULL,
  "family" TEXT NOT NULL CHECK (given <> '' OR family <> ''),
  PRIMARY KEY (authority, person, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "person_name" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, person) REFERENCES "person" (authority, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "person_name" VALUES(1,X'01A21D859EA570008004959C2DB058EC',6,NULL,NULL,0,X'01A21D859EA570008001A210D821503C','legal','Leo','Marsh');
INSERT INTO "person_name" VALUES(1,X'01A21D859EA570008008FF635CAFF30C',6,NULL,NULL,0,X'01A21D859EA570008005A7FD5B67372F','legal','Mia','Marsh');
CREATE TABLE "person_number" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "person" BLOB NOT NULL CHECK (length("person") = 16),
  "scheme" TEXT NOT NULL CHECK ("scheme" IN ('local', 'uniquePupil', 'formerUniquePupil', 'nhs', 'consistent')),
  "value" TEXT NOT NULL,
  PRIMARY KEY (authority, person, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "person_number" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, person) REFERENCES "person" (authority, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "person_number" VALUES(1,X'01A21D859E0570008002AE3AB7C0F25E',1,NULL,NULL,0,X'01A21D859E05700080019870748E57AD','local','501');
INSERT INTO "person_number" VALUES(1,X'01A21D859E0570008004CBD76E261849',1,NULL,NULL,0,X'01A21D859E05700080019870748E57AD','uniquePupil','L846000000501');
INSERT INTO "person_number" VALUES(1,X'01A21D859E0570008006A73B4DE47CB0',1,NULL,NULL,0,X'01A21D859E0570008005140D3A2DBA82','local','502');
INSERT INTO "person_number" VALUES(1,X'01A21D859E05700080086490D8DED309',1,NULL,NULL,0,X'01A21D859E0570008005140D3A2DBA82','uniquePupil','L846000000502');
INSERT INTO "person_number" VALUES(1,X'01A21D859EA57000800245DF939EA854',6,NULL,NULL,0,X'01A21D859EA570008001A210D821503C','local','P1');
INSERT INTO "person_number" VALUES(1,X'01A21D859EA57000800694D7577924E4',6,NULL,NULL,0,X'01A21D859EA570008005A7FD5B67372F','local','P2');
CREATE TABLE "plan" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "child" BLOB NOT NULL CHECK (length("child") = 16),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('need', 'protection', 'care')),
  "from" INTEGER NOT NULL,
  "until" INTEGER CHECK ("until" IS NULL OR "from" IS NULL OR "until" >= "from"),
  "review_due" INTEGER,
  PRIMARY KEY (authority, child, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "plan" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, child) REFERENCES "person" (authority, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE "posting" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "practitioner" BLOB NOT NULL CHECK (length("practitioner") = 16),
  "team" BLOB CHECK (length("team") = 16),
  "role" TEXT NOT NULL CHECK ("role" IN ('socialWorker', 'seniorSocialWorker', 'podManager', 'consultantSocialWorker', 'socialWorkerInTraining', 'newlyQualifiedSocialWorker', 'childrensPractitioner', 'unitCoordinator', 'businessSupport', 'leadPractitioner', 'clinician', 'personalAdviser', 'conferenceChair', 'principalSocialWorker', 'groupManager', 'assistantDirector', 'other')),
  "full_time_percent" INTEGER CHECK (full_time_percent BETWEEN 0 AND 200),
  "employment" TEXT NOT NULL CHECK ("employment" IN ('permanent', 'agency', 'unknown')),
  "from" INTEGER NOT NULL,
  "until" INTEGER CHECK ("until" IS NULL OR "from" IS NULL OR "until" >= "from"),
  PRIMARY KEY (authority, practitioner, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "posting" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, practitioner) REFERENCES "practitioner" (authority, id),
  FOREIGN KEY (authority, team) REFERENCES "team" (authority, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE "practitioner" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  PRIMARY KEY (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "practitioner" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
INSERT INTO "practitioner" VALUES(1,X'01A21D859E05700080013F1F4B5D1F9C',3,NULL,NULL,0);
INSERT INTO "practitioner" VALUES(1,X'01A21D859E0570008004EDFD2513F1AD',3,NULL,NULL,0);
INSERT INTO "practitioner" VALUES(1,X'01A21D859E0570008008DF18A1433952',3,NULL,NULL,0);
INSERT INTO "practitioner" VALUES(1,X'01A21D859EA570008001ECB287B65DAB',5,NULL,NULL,0);
CREATE TABLE "practitioner_about" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "practitioner" BLOB NOT NULL CHECK (length("practitioner") = 16),
  "name" TEXT NOT NULL,
  "registration" TEXT,
  PRIMARY KEY (authority, practitioner, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "practitioner_about" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, practitioner) REFERENCES "practitioner" (authority, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "practitioner_about" VALUES(1,X'01A21D859E0570008002053AD81B18BE',3,NULL,NULL,0,X'01A21D859E05700080013F1F4B5D1F9C','SW100001','SW100001');
INSERT INTO "practitioner_about" VALUES(1,X'01A21D859E057000800539B67407818D',3,NULL,NULL,0,X'01A21D859E0570008004EDFD2513F1AD','SW100002','SW100002');
INSERT INTO "practitioner_about" VALUES(1,X'01A21D859E0570008009BE9AC2BD51C0',3,NULL,NULL,0,X'01A21D859E0570008008DF18A1433952','SW100003','SW100003');
INSERT INTO "practitioner_about" VALUES(1,X'01A21D859EA570008002908121001220',5,NULL,NULL,0,X'01A21D859EA570008001ECB287B65DAB','Ada Moss','SW12');
CREATE TABLE "residence" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "household" BLOB NOT NULL CHECK (length("household") = 16),
  "person" BLOB NOT NULL CHECK (length("person") = 16),
  "from" INTEGER NOT NULL,
  "until" INTEGER CHECK ("until" IS NULL OR "from" IS NULL OR "until" >= "from"),
  PRIMARY KEY (authority, person, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "residence" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, household) REFERENCES "household" (authority, id),
  FOREIGN KEY (authority, person) REFERENCES "person" (authority, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE schema_version
(number BIGINT PRIMARY KEY, applied BIGINT NOT NULL);
INSERT INTO "schema_version" VALUES(1,1795791621922147);
CREATE TABLE "session" (
  "authority" INTEGER NOT NULL,
  "token_digest" BLOB NOT NULL,
  "account" TEXT NOT NULL,
  "csrf" TEXT NOT NULL,
  "begun" INTEGER NOT NULL,
  "last_seen" INTEGER NOT NULL,
  PRIMARY KEY (authority, token_digest)
) STRICT, WITHOUT ROWID;
CREATE TABLE "stated_row" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "source" TEXT NOT NULL,
  "table_name" TEXT NOT NULL,
  "person" BLOB CHECK (length("person") = 16),
  "cells" TEXT NOT NULL,
  "digest" BLOB NOT NULL,
  PRIMARY KEY (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "stated_row" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, person) REFERENCES "person" (authority, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "stated_row" VALUES(1,X'01A21D859EA570008004E06B4348FD9E',5,NULL,NULL,0,'ssd','ssd_professionals',NULL,'prof_professional_id=W1
prof_professional_name=Ada Moss
prof_social_worker_registration_no=SW12
prof_full_time_equivalency=80%
prof_agency_worker_flag=N',X'DEB704B4FC2A6C5650B929674303CFFE2C741C1D0F145C25781302FEC1B56C8C');
INSERT INTO "stated_row" VALUES(1,X'01A21D859EA570008005495957975546',8,NULL,NULL,0,'ssd','ssd_involvements',X'01A21D859EA570008001A210D821503C','invo_professional_id=W1
invo_involvements_id=I1
invo_professional_role_id=Allocated Case Worker
invo_worker_change_reason=manage
invo_referral_id=R1',X'25B665BB9C759067692063D6662874182DC7BE24B19B6B18BDC6BDC99D37760B');
CREATE TABLE "team" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  PRIMARY KEY (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "team" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
INSERT INTO "team" VALUES(1,X'01A21D859EA570008001FBAB1BDB0581',8,NULL,NULL,0);
CREATE TABLE "team_about" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "team" BLOB NOT NULL CHECK (length("team") = 16),
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('pod', 'unit', 'specialist', 'frontDoor', 'leadership')),
  PRIMARY KEY (authority, team, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "team_about" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, team) REFERENCES "team" (authority, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "team_about" VALUES(1,X'01A21D859EA570008002BFEABD7D325C',8,NULL,NULL,0,X'01A21D859EA570008001FBAB1BDB0581','T1','specialist');
CREATE TABLE "telling" (
  "authority" INTEGER NOT NULL,
  "seq" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "deed" TEXT NOT NULL,
  "teller" TEXT NOT NULL,
  "recorded" INTEGER NOT NULL,
  "happened" INTEGER,
  "story" BLOB CHECK (length("story") = 16),
  "note" TEXT,
  "facts" INTEGER NOT NULL,
  "content" BLOB NOT NULL,
  "seal" BLOB NOT NULL,
  PRIMARY KEY (authority, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "telling" VALUES(1,1,X'A0AA81FC5F438C2BA3F679D1AA2C64FC','ImportReturn','kith import ssda903',1795791625733946,NULL,NULL,'ssda903 2025-26: header.csv, SHA-256 95061bffcbcef50d7074792e3c21ac6ed2c083dcb4440ec9dbadff98c34e6be0',8,X'703FACC4B6570D45D727A511946AC44FE5D2B41A88D2CC9E7ACAF83A74C1418D',X'E4A62BB32665170C4CF73BCF8B188AB34305B5D9E3C0A81B5B538D9C8476A6F1');
INSERT INTO "telling" VALUES(1,2,X'A8F0C032D0C08EA7B1A219B64B2C5A64','ImportReturn','kith import ssda903',1795791625733946,NULL,NULL,'ssda903 2025-26: episodes.csv, SHA-256 d2da38357caa83bbbb442ee208133597aee4a38738f3861cdcf07dc46b773bd5',2,X'2B806D219299C038A5CE2A4C6A62F9413E5257A85472974CB70FE1495224DDBB',X'F312AE19F4277DB6830DF53DAA0BCFCC8E7DC57B00A9C1FF7142E4ED66D0E4C8');
INSERT INTO "telling" VALUES(1,3,X'FF18CCD3FED08B2192D83997F973AD00','ImportReturn','kith import ssda903',1795791625733946,NULL,NULL,'ssda903 2025-26: sw_episodes.csv, SHA-256 c5eb565c50865e0da53a2d3cc1f4d514884678d50e829afcb1a20a9c5931a0b9',10,X'776F293E4741D19102C2F1244DC358C9199CE2177929C8CFCACF65F37E74831B',X'56A0C32BF391CA4C841D6B3D5D95AE397FAE12A43EF41C87995CD7C4A0A2F6E0');
INSERT INTO "telling" VALUES(1,4,X'2EBE10A767B888698EBD8405F8340C49','ImportReturn','kith import ssda903',1795791625733946,NULL,NULL,'ssda903 2025-26: reviews.csv, SHA-256 79870cf8515d47176d53d0fafee9784d88dc1e2dd2296d99e119a7d46614f34c',1,X'5A054E843682BF00E515BC4293996F21B22931D0AFE79A0BBA8950208E65908D',X'3C1C5B5ED2B1A26E7EDDD4C7E3E7E2440977E98ACFA0652D3BDA95193C323E5D');
INSERT INTO "telling" VALUES(1,5,X'69FBD58B9E048969AC272541A243405D','ImportReturn','kith import ssd',1795791625893119,NULL,NULL,'ssd: ssd_professionals.csv, SHA-256 f4db0570a65ddf8b06d9886d159d400e8a0083dd9b8f0c3b4c89c6b661a20dc6',4,X'6045FC338D42A685E69A443158E1B7D8272560C66DBC9C0B2F3C7CFBE8BF4D84',X'A11038C645456A6E640B04376278842F808E1012F90286B3B38337831ADDE9C6');
INSERT INTO "telling" VALUES(1,6,X'1C8543F25E3F89A1A75D853A108F1B1A','ImportReturn','kith import ssd',1795791625893119,NULL,NULL,'ssd: ssd_person.csv, SHA-256 91fbc8df58803337f7fd9e38b82c835eb36bb2a72d9200d217f4d22d0496bea0',8,X'809DF0329699FC65E3DDB22A6EBC295BA5D875C2DF015CC970DEABB6A736B2E1',X'95D0F6E0C1430B2097F3A4B8FDA3F60E99EA78EDEDE2CA94552C7DEDF0933709');
INSERT INTO "telling" VALUES(1,7,X'5224495FA52684B3B500C0AAC079FC31','ImportReturn','kith import ssd',1795791625893119,NULL,NULL,'ssd: ssd_family.csv, SHA-256 3e4908996ea595e576ab46715873553efaa212ac5c28aba4ba70c5d0b17eece8',5,X'5DB50D1601FB296E4ECADC2A264E8DAA80AC8655B4F0AD054112A860BDC49BC3',X'B026B2E7C2D26AE656DE44EA46421F3B86CA75853DC09E5FD69F6B906A83CCE5');
INSERT INTO "telling" VALUES(1,8,X'CB171DDA80648EEAADB925D58EC0F4AA','ImportReturn','kith import ssd',1795791625893119,NULL,NULL,'ssd: ssd_involvements.csv, SHA-256 ca895c757996bafdfce4b129ad1fb65a09f4902e3bccf08f42f190c0801c7c60',5,X'D5A2012EA617A78CEEDB981B9D1C141D090A88B7684E1CA00CA285CF046A7AB6',X'701FB8320A270393D6B26697E3634F8198858D3CA38DE03DB5BF3FA7809B46FF');
CREATE TABLE "tenure" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "child" BLOB NOT NULL CHECK (length("child") = 16),
  "practitioner" BLOB NOT NULL CHECK (length("practitioner") = 16),
  "team" BLOB CHECK (length("team") = 16),
  "role" TEXT NOT NULL CHECK ("role" IN ('keyworker', 'coWorker', 'cover', 'leadPractitioner', 'coordinator', 'personalAdviser', 'reviewingOfficer', 'conferenceChair', 'familySupport')),
  "from" INTEGER NOT NULL,
  "until" INTEGER CHECK ("until" IS NULL OR "from" IS NULL OR "until" >= "from"),
  "begun" TEXT CHECK ("begun" IN ('FCONTA', 'MANAGE', 'LEFTRL', 'ORGRST', 'TSPROC', 'ABSENC', 'CHCHAN', 'PCCHAN', 'SWDIED', 'OTHERS')),
  "ended" TEXT CHECK ("ended" IN ('FCONTA', 'MANAGE', 'LEFTRL', 'ORGRST', 'TSPROC', 'ABSENC', 'CHCHAN', 'PCCHAN', 'SWDIED', 'OTHERS')),
  "planned" INTEGER CHECK ("planned" IN (0, 1)),
  "said_goodbye" INTEGER CHECK ("said_goodbye" IN (0, 1)),
  "said_hello" INTEGER CHECK ("said_hello" IN (0, 1)),
  "family_told" INTEGER,
  PRIMARY KEY (authority, child, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "tenure" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, child) REFERENCES "person" (authority, id),
  FOREIGN KEY (authority, practitioner) REFERENCES "practitioner" (authority, id),
  FOREIGN KEY (authority, team) REFERENCES "team" (authority, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "tenure" VALUES(1,X'01A21D859E057000800314DE3CCBFAA4',3,NULL,NULL,0,X'01A21D859E05700080019870748E57AD',X'01A21D859E05700080013F1F4B5D1F9C',NULL,'keyworker',19884,20270,'FCONTA',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "tenure" VALUES(1,X'01A21D859E0570008006C2B4D613AB8A',3,NULL,NULL,0,X'01A21D859E05700080019870748E57AD',X'01A21D859E0570008004EDFD2513F1AD',NULL,'keyworker',20270,20412,'TSPROC',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "tenure" VALUES(1,X'01A21D859E05700080073DA4E86EEAD0',3,NULL,NULL,0,X'01A21D859E05700080019870748E57AD',X'01A21D859E05700080013F1F4B5D1F9C',NULL,'keyworker',20412,NULL,'MANAGE',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "tenure" VALUES(1,X'01A21D859E057000800AFA4E20902C8D',3,NULL,NULL,0,X'01A21D859E0570008005140D3A2DBA82',X'01A21D859E0570008008DF18A1433952',NULL,'keyworker',20332,NULL,'FCONTA',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "tenure" VALUES(1,X'01A21D859EA57000800471622DAB2303',8,NULL,NULL,0,X'01A21D859EA570008001A210D821503C',X'01A21D859EA570008001ECB287B65DAB',X'01A21D859EA570008001FBAB1BDB0581','keyworker',20090,NULL,'MANAGE',NULL,NULL,NULL,NULL,NULL);
CREATE TRIGGER "authority_refuses_update" BEFORE UPDATE ON "authority"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: authority'); END;
CREATE TRIGGER "authority_refuses_delete" BEFORE DELETE ON "authority"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: authority'); END;
CREATE UNIQUE INDEX "authority_of_one_code" ON "authority" (code);
CREATE UNIQUE INDEX "authority_of_one_authority" ON "authority" (authority);
CREATE UNIQUE INDEX "telling_by_id" ON "telling" (authority, id);
CREATE INDEX "telling_by_story_seq" ON "telling" (authority, story, seq);
CREATE TRIGGER "telling_refuses_update" BEFORE UPDATE ON "telling"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: telling'); END;
CREATE TRIGGER "telling_refuses_delete" BEFORE DELETE ON "telling"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: telling'); END;
CREATE INDEX "person_by_telling" ON "person" (authority, telling);
CREATE UNIQUE INDEX "person_superseded" ON "person" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "person_refuses_update" BEFORE UPDATE ON "person"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: person'); END;
CREATE TRIGGER "person_refuses_delete" BEFORE DELETE ON "person"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: person'); END;
CREATE INDEX "person_about_by_telling" ON "person_about" (authority, telling);
CREATE UNIQUE INDEX "person_about_superseded" ON "person_about" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "person_about_refuses_update" BEFORE UPDATE ON "person_about"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: person_about'); END;
CREATE TRIGGER "person_about_refuses_delete" BEFORE DELETE ON "person_about"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: person_about'); END;
CREATE INDEX "person_name_by_telling" ON "person_name" (authority, telling);
CREATE UNIQUE INDEX "person_name_superseded" ON "person_name" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "person_name_refuses_update" BEFORE UPDATE ON "person_name"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: person_name'); END;
CREATE TRIGGER "person_name_refuses_delete" BEFORE DELETE ON "person_name"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: person_name'); END;
CREATE INDEX "person_number_by_scheme_value" ON "person_number" (authority, scheme, value);
CREATE INDEX "person_number_by_telling" ON "person_number" (authority, telling);
CREATE UNIQUE INDEX "person_number_superseded" ON "person_number" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "person_number_refuses_update" BEFORE UPDATE ON "person_number"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: person_number'); END;
CREATE TRIGGER "person_number_refuses_delete" BEFORE DELETE ON "person_number"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: person_number'); END;
CREATE INDEX "family_by_telling" ON "family" (authority, telling);
CREATE UNIQUE INDEX "family_superseded" ON "family" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "family_refuses_update" BEFORE UPDATE ON "family"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: family'); END;
CREATE TRIGGER "family_refuses_delete" BEFORE DELETE ON "family"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: family'); END;
CREATE INDEX "family_about_by_reference" ON "family_about" (authority, reference);
CREATE INDEX "family_about_by_telling" ON "family_about" (authority, telling);
CREATE UNIQUE INDEX "family_about_superseded" ON "family_about" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "family_about_refuses_update" BEFORE UPDATE ON "family_about"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: family_about'); END;
CREATE TRIGGER "family_about_refuses_delete" BEFORE DELETE ON "family_about"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: family_about'); END;
CREATE INDEX "family_member_by_person" ON "family_member" (authority, person);
CREATE INDEX "family_member_by_telling" ON "family_member" (authority, telling);
CREATE UNIQUE INDEX "family_member_superseded" ON "family_member" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "family_member_refuses_update" BEFORE UPDATE ON "family_member"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: family_member'); END;
CREATE TRIGGER "family_member_refuses_delete" BEFORE DELETE ON "family_member"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: family_member'); END;
CREATE INDEX "household_by_telling" ON "household" (authority, telling);
CREATE UNIQUE INDEX "household_superseded" ON "household" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "household_refuses_update" BEFORE UPDATE ON "household"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: household'); END;
CREATE TRIGGER "household_refuses_delete" BEFORE DELETE ON "household"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: household'); END;
CREATE INDEX "residence_by_household" ON "residence" (authority, household);
CREATE INDEX "residence_by_telling" ON "residence" (authority, telling);
CREATE UNIQUE INDEX "residence_superseded" ON "residence" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "residence_refuses_update" BEFORE UPDATE ON "residence"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: residence'); END;
CREATE TRIGGER "residence_refuses_delete" BEFORE DELETE ON "residence"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: residence'); END;
CREATE INDEX "kinship_by_kin_of" ON "kinship" (authority, kin_of);
CREATE INDEX "kinship_by_telling" ON "kinship" (authority, telling);
CREATE UNIQUE INDEX "kinship_superseded" ON "kinship" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "kinship_refuses_update" BEFORE UPDATE ON "kinship"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: kinship'); END;
CREATE TRIGGER "kinship_refuses_delete" BEFORE DELETE ON "kinship"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: kinship'); END;
CREATE INDEX "team_by_telling" ON "team" (authority, telling);
CREATE UNIQUE INDEX "team_superseded" ON "team" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "team_refuses_update" BEFORE UPDATE ON "team"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: team'); END;
CREATE TRIGGER "team_refuses_delete" BEFORE DELETE ON "team"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: team'); END;
CREATE INDEX "team_about_by_telling" ON "team_about" (authority, telling);
CREATE UNIQUE INDEX "team_about_superseded" ON "team_about" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "team_about_refuses_update" BEFORE UPDATE ON "team_about"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: team_about'); END;
CREATE TRIGGER "team_about_refuses_delete" BEFORE DELETE ON "team_about"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: team_about'); END;
CREATE INDEX "practitioner_by_telling" ON "practitioner" (authority, telling);
CREATE UNIQUE INDEX "practitioner_superseded" ON "practitioner" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "practitioner_refuses_update" BEFORE UPDATE ON "practitioner"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: practitioner'); END;
CREATE TRIGGER "practitioner_refuses_delete" BEFORE DELETE ON "practitioner"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: practitioner'); END;
CREATE INDEX "practitioner_about_by_registration" ON "practitioner_about" (authority, registration);
CREATE INDEX "practitioner_about_by_telling" ON "practitioner_about" (authority, telling);
CREATE UNIQUE INDEX "practitioner_about_superseded" ON "practitioner_about" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "practitioner_about_refuses_update" BEFORE UPDATE ON "practitioner_about"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: practitioner_about'); END;
CREATE TRIGGER "practitioner_about_refuses_delete" BEFORE DELETE ON "practitioner_about"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: practitioner_about'); END;
CREATE INDEX "posting_by_team" ON "posting" (authority, team);
CREATE INDEX "posting_by_telling" ON "posting" (authority, telling);
CREATE UNIQUE INDEX "posting_superseded" ON "posting" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "posting_refuses_update" BEFORE UPDATE ON "posting"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: posting'); END;
CREATE TRIGGER "posting_refuses_delete" BEFORE DELETE ON "posting"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: posting'); END;
CREATE INDEX "tenure_by_practitioner" ON "tenure" (authority, practitioner);
CREATE INDEX "tenure_by_telling" ON "tenure" (authority, telling);
CREATE UNIQUE INDEX "tenure_superseded" ON "tenure" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "tenure_refuses_update" BEFORE UPDATE ON "tenure"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: tenure'); END;
CREATE TRIGGER "tenure_refuses_delete" BEFORE DELETE ON "tenure"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: tenure'); END;
CREATE INDEX "encounter_by_telling" ON "encounter" (authority, telling);
CREATE UNIQUE INDEX "encounter_superseded" ON "encounter" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "encounter_refuses_update" BEFORE UPDATE ON "encounter"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: encounter'); END;
CREATE TRIGGER "encounter_refuses_delete" BEFORE DELETE ON "encounter"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: encounter'); END;
CREATE INDEX "encounter_met_by_telling" ON "encounter_met" (authority, telling);
CREATE TRIGGER "encounter_met_refuses_update" BEFORE UPDATE ON "encounter_met"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: encounter_met'); END;
CREATE TRIGGER "encounter_met_refuses_delete" BEFORE DELETE ON "encounter_met"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: encounter_met'); END;
CREATE INDEX "help_period_by_telling" ON "help_period" (authority, telling);
CREATE UNIQUE INDEX "help_period_superseded" ON "help_period" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "help_period_refuses_update" BEFORE UPDATE ON "help_period"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: help_period'); END;
CREATE TRIGGER "help_period_refuses_delete" BEFORE DELETE ON "help_period"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: help_period'); END;
CREATE INDEX "plan_by_telling" ON "plan" (authority, telling);
CREATE UNIQUE INDEX "plan_superseded" ON "plan" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "plan_refuses_update" BEFORE UPDATE ON "plan"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: plan'); END;
CREATE TRIGGER "plan_refuses_delete" BEFORE DELETE ON "plan"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: plan'); END;
CREATE INDEX "care_episode_by_telling" ON "care_episode" (authority, telling);
CREATE UNIQUE INDEX "care_episode_superseded" ON "care_episode" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "care_episode_refuses_update" BEFORE UPDATE ON "care_episode"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: care_episode'); END;
CREATE TRIGGER "care_episode_refuses_delete" BEFORE DELETE ON "care_episode"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: care_episode'); END;
CREATE INDEX "care_review_by_telling" ON "care_review" (authority, telling);
CREATE UNIQUE INDEX "care_review_superseded" ON "care_review" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "care_review_refuses_update" BEFORE UPDATE ON "care_review"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: care_review'); END;
CREATE TRIGGER "care_review_refuses_delete" BEFORE DELETE ON "care_review"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: care_review'); END;
CREATE INDEX "stated_row_by_person" ON "stated_row" (authority, person);
CREATE UNIQUE INDEX "stated_row_by_digest" ON "stated_row" (authority, digest);
CREATE INDEX "stated_row_by_telling" ON "stated_row" (authority, telling);
CREATE UNIQUE INDEX "stated_row_superseded" ON "stated_row" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "stated_row_refuses_update" BEFORE UPDATE ON "stated_row"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: stated_row'); END;
CREATE TRIGGER "stated_row_refuses_delete" BEFORE DELETE ON "stated_row"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: stated_row'); END;
CREATE UNIQUE INDEX "known_as_by_scheme_value" ON "known_as" (authority, scheme, value);
CREATE INDEX "known_as_by_telling" ON "known_as" (authority, telling);
CREATE UNIQUE INDEX "known_as_superseded" ON "known_as" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "known_as_refuses_update" BEFORE UPDATE ON "known_as"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: known_as'); END;
CREATE TRIGGER "known_as_refuses_delete" BEFORE DELETE ON "known_as"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: known_as'); END;
COMMIT;
CREATE VIRTUAL TABLE "encounter_words" USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii');
CREATE VIRTUAL TABLE "encounter_words_seen" USING fts5vocab('encounter_words', 'instance');
DELETE FROM "encounter_words_data";
INSERT INTO "encounter_words_data" VALUES (1, X'');
INSERT INTO "encounter_words_data" VALUES (10, X'00000000000000');
DELETE FROM "encounter_words_idx";
DELETE FROM "encounter_words_config";
INSERT INTO "encounter_words_config" VALUES ('version', 4);
