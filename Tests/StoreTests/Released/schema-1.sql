BEGIN TRANSACTION;
CREATE TABLE "access_grant" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "family" BLOB NOT NULL CHECK (length("family") = 16),
  "practitioner" BLOB NOT NULL CHECK (length("practitioner") = 16),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('jointWork', 'sampled', 'instructed', 'named')),
  "from" INTEGER NOT NULL,
  "until" INTEGER CHECK ("until" IS NULL OR "from" IS NULL OR "until" >= "from"),
  PRIMARY KEY (authority, family, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "access_grant" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, family) REFERENCES "family" (authority, id),
  FOREIGN KEY (authority, practitioner) REFERENCES "practitioner" (authority, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE "access_rule" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "role" TEXT NOT NULL CHECK ("role" IN ('socialWorker', 'podManager', 'unitCoordinator', 'leadPractitioner', 'clinician', 'personalAdviser', 'conferenceChair', 'frontDoor', 'leader', 'principalSocialWorker', 'analyst', 'legal', 'informationOfficer', 'inspector', 'administrator')),
  "tie" TEXT NOT NULL CHECK ("tie" IN ('own', 'team', 'jointWork', 'review', 'sampled', 'instructed', 'named', 'opened', 'none')),
  "matter" TEXT NOT NULL CHECK ("matter" IN ('find', 'people', 'words', 'meet', 'lookers', 'service', 'teams', 'returns', 'bringIn', 'feed', 'open', 'breakGlass', 'review', 'restrict', 'agree', 'looked', 'govern')),
  "is_allowed" INTEGER NOT NULL CHECK ("is_allowed" IN (0, 1)),
  "from" INTEGER NOT NULL,
  PRIMARY KEY (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "access_rule" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TABLE "account" (
  "authority" INTEGER NOT NULL,
  "sign_in_name" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('socialWorker', 'podManager', 'unitCoordinator', 'leadPractitioner', 'clinician', 'personalAdviser', 'conferenceChair', 'frontDoor', 'leader', 'principalSocialWorker', 'analyst', 'legal', 'informationOfficer', 'inspector', 'administrator')),
  "practitioner" BLOB CHECK (length("practitioner") = 16),
  "salt" BLOB NOT NULL,
  "rounds" INTEGER NOT NULL,
  "verifier" BLOB,
  "factor" BLOB,
  "factor_step" INTEGER NOT NULL,
  "added" INTEGER NOT NULL,
  "ended" INTEGER,
  PRIMARY KEY (authority, sign_in_name),
  FOREIGN KEY (authority, practitioner) REFERENCES "practitioner" (authority, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "account" VALUES(1,'wei chen','Wei Chen','analyst',NULL,X'62BA129C2F9D03C03D1222E54E1C0B6A',131072,X'A025CB888786738187DDEEE8361E50AA582A1A74F546D235E3D71DDB11E3700D',NULL,0,1795795325634505,NULL);
CREATE TABLE "authority" (
  "authority" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "added" INTEGER NOT NULL,
  PRIMARY KEY (authority, code)
) STRICT, WITHOUT ROWID;
INSERT INTO "authority" VALUES(1,'846','Marlhaven',1795795325575099);
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
INSERT INTO "care_episode" VALUES(1,X'01A21DBE1BE87000800130CD48D3724A',2,NULL,NULL,0,X'01A21DBE1BE8700080017F7337D5EC73',19884,NULL,'S','C2','N1','U4','PR1',NULL,NULL,'BN1 1AA','BN2 1TW',NULL);
INSERT INTO "care_episode" VALUES(1,X'01A21DBE1BE8700080028B79AF3F0068',2,NULL,NULL,0,X'01A21DBE1BE870008005D03CA703BDD9',20332,NULL,'S','V2','N1','U4','PR1',NULL,NULL,'BN1 1AB','BN2 1TX',NULL);
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
INSERT INTO "care_review" VALUES(1,X'01A21DBE1BE87000800113F8B96F4A83',4,NULL,NULL,0,X'01A21DBE1BE8700080017F7337D5EC73',20333,'PN1');
CREATE TABLE "conflict_of_interest" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "family" BLOB NOT NULL CHECK (length("family") = 16),
  "practitioner" BLOB NOT NULL CHECK (length("practitioner") = 16),
  "from" INTEGER NOT NULL,
  "until" INTEGER CHECK ("until" IS NULL OR "from" IS NULL OR "until" >= "from"),
  PRIMARY KEY (authority, family, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "conflict_of_interest" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, family) REFERENCES "family" (authority, id),
  FOREIGN KEY (authority, practitioner) REFERENCES "practitioner" (authority, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE "door_news" (
  "authority" INTEGER NOT NULL,
  "number" INTEGER NOT NULL,
  PRIMARY KEY (authority)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE "factor_rule" (
  "authority" INTEGER NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('socialWorker', 'podManager', 'unitCoordinator', 'leadPractitioner', 'clinician', 'personalAdviser', 'conferenceChair', 'frontDoor', 'leader', 'principalSocialWorker', 'analyst', 'legal', 'informationOfficer', 'inspector', 'administrator')),
  "since" INTEGER NOT NULL,
  PRIMARY KEY (authority, role)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "family" VALUES(1,X'01A21DBE1C4B70008001982BC7C01FE6',7,NULL,NULL,0);
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
INSERT INTO "family_about" VALUES(1,X'01A21DBE1C4B7000800220571C0283B7',7,NULL,NULL,0,X'01A21DBE1C4B70008001982BC7C01FE6','F','Family F');
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
INSERT INTO "family_member" VALUES(1,X'01A21DBE1C4B7000800452B94C693058',7,NULL,NULL,0,X'01A21DBE1C4B70008001982BC7C01FE6',X'01A21DBE1C4B70008001309E8E5D9C52','Child',20784,NULL);
INSERT INTO "family_member" VALUES(1,X'01A21DBE1C4B70008005805848FD7F6F',7,NULL,NULL,0,X'01A21DBE1C4B70008001982BC7C01FE6',X'01A21DBE1C4B70008005191FA1757C62','Child',20784,NULL);
CREATE TABLE "half_open" (
  "authority" INTEGER NOT NULL,
  "token_digest" BLOB NOT NULL,
  "account" TEXT NOT NULL,
  "begun" INTEGER NOT NULL,
  PRIMARY KEY (authority, token_digest)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE "invitation" (
  "authority" INTEGER NOT NULL,
  "token_digest" BLOB NOT NULL,
  "account" TEXT NOT NULL,
  "ends" INTEGER NOT NULL,
  PRIMARY KEY (authority, token_digest)
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
INSERT INTO "known_as" VALUES(1,X'01A21DBE1C4B70008003206BF816C337',7,NULL,NULL,0,'family','F',X'01A21DBE1C4B70008001982BC7C01FE6');
INSERT INTO "known_as" VALUES(1,X'01A21DBE1C4B700080036E5CF061D5E7',5,NULL,NULL,0,'staff','W1',X'01A21DBE1C4B70008001E993BEBF51DF');
INSERT INTO "known_as" VALUES(1,X'01A21DBE1C4B70008003F8165307C1B2',8,NULL,NULL,0,'team','T1',X'01A21DBE1C4B700080013D0321DFB93C');
CREATE TABLE "look" (
  "authority" INTEGER NOT NULL,
  "subject" BLOB NOT NULL CHECK (length("subject") = 16),
  "at" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "account" TEXT NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('socialWorker', 'podManager', 'unitCoordinator', 'leadPractitioner', 'clinician', 'personalAdviser', 'conferenceChair', 'frontDoor', 'leader', 'principalSocialWorker', 'analyst', 'legal', 'informationOfficer', 'inspector', 'administrator')),
  "practitioner" BLOB CHECK (length("practitioner") = 16),
  "tie" TEXT NOT NULL CHECK ("tie" IN ('own', 'team', 'jointWork', 'review', 'sampled', 'instructed', 'named', 'opened', 'none')),
  "page" TEXT NOT NULL,
  "address" TEXT NOT NULL,
  "words" TEXT,
  "telling" INTEGER NOT NULL,
  PRIMARY KEY (authority, subject, at, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TABLE "name_word" (
  "authority" INTEGER NOT NULL,
  "word" TEXT NOT NULL,
  "person" BLOB NOT NULL CHECK (length("person") = 16),
  "place" INTEGER NOT NULL,
  PRIMARY KEY (authority, word, person, place),
  FOREIGN KEY (authority, person) REFERENCES "person" (authority, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "name_word" VALUES(1,'leo',X'01A21DBE1C4B70008001309E8E5D9C52',1);
INSERT INTO "name_word" VALUES(1,'marsh',X'01A21DBE1C4B70008001309E8E5D9C52',0);
INSERT INTO "name_word" VALUES(1,'marsh',X'01A21DBE1C4B70008005191FA1757C62',0);
INSERT INTO "name_word" VALUES(1,'mia',X'01A21DBE1C4B70008005191FA1757C62',1);
CREATE TABLE "opening" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "family" BLOB NOT NULL CHECK (length("family") = 16),
  "account" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('asked', 'emergency')),
  "reason" TEXT NOT NULL CHECK ("reason" IN ('contact', 'duty', 'decision', 'complaint', 'safety', 'other')),
  "words" TEXT NOT NULL,
  "safety" TEXT,
  "begun" INTEGER NOT NULL,
  "ends" INTEGER NOT NULL CHECK (ends > begun),
  PRIMARY KEY (authority, family, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "opening" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, family) REFERENCES "family" (authority, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE "opening_review" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "opening" BLOB NOT NULL CHECK (length("opening") = 16),
  "is_justified" INTEGER NOT NULL CHECK ("is_justified" IN (0, 1)),
  "words" TEXT NOT NULL,
  "reviewer" TEXT NOT NULL,
  PRIMARY KEY (authority, opening, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "opening_review" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, opening) REFERENCES "opening" (authority, id)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "person" VALUES(1,X'01A21DBE1BE8700080017F7337D5EC73',1,NULL,NULL,0);
INSERT INTO "person" VALUES(1,X'01A21DBE1BE870008005D03CA703BDD9',1,NULL,NULL,0);
INSERT INTO "person" VALUES(1,X'01A21DBE1C4B70008001309E8E5D9C52',6,NULL,NULL,0);
INSERT INTO "person" VALUES(1,X'01A21DBE1C4B70008005191FA1757C62',6,NULL,NULL,0);
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
INSERT INTO "person_about" VALUES(1,X'01A21DBE1BE870008003E8EEE29ABAF6',1,NULL,NULL,0,X'01A21DBE1BE8700080017F7337D5EC73',15464,NULL,'F','WBRI',NULL,NULL,0);
INSERT INTO "person_about" VALUES(1,X'01A21DBE1BE870008007A5EC8C9CA4CE',1,NULL,NULL,0,X'01A21DBE1BE870008005D03CA703BDD9',17122,NULL,'M','BAFR',NULL,NULL,0);
INSERT INTO "person_about" VALUES(1,X'01A21DBE1C4B7000800372F714438F12',6,NULL,NULL,0,X'01A21DBE1C4B70008001309E8E5D9C52',15353,NULL,'M',NULL,NULL,NULL,0);
INSERT INTO "person_about" VALUES(1,X'01A21DBE1C4B7000800700F54B4E1DD9',6,NULL,NULL,0,X'01A21DBE1C4B70008005191FA1757C62',16223,NULL,'F',NULL,NULL,NULL,0);
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
INSERT INTO "person_name" VALUES(1,X'01A21DBE1C4B700080042930B4EB1ED8',6,NULL,NULL,0,X'01A21DBE1C4B70008001309E8E5D9C52','legal','Leo','Marsh');
INSERT INTO "person_name" VALUES(1,X'01A21DBE1C4B7000800811FF298985E5',6,NULL,NULL,0,X'01A21DBE1C4B70008005191FA1757C62','legal','Mia','Marsh');
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
INSERT INTO "person_number" VALUES(1,X'01A21DBE1BE870008002A036CE4CC49F',1,NULL,NULL,0,X'01A21DBE1BE8700080017F7337D5EC73','local','501');
INSERT INTO "person_number" VALUES(1,X'01A21DBE1BE8700080045A06EA36C69F',1,NULL,NULL,0,X'01A21DBE1BE8700080017F7337D5EC73','uniquePupil','L846000000501');
INSERT INTO "person_number" VALUES(1,X'01A21DBE1BE8700080069AEEA524A820',1,NULL,NULL,0,X'01A21DBE1BE870008005D03CA703BDD9','local','502');
INSERT INTO "person_number" VALUES(1,X'01A21DBE1BE870008008D1D74C748D08',1,NULL,NULL,0,X'01A21DBE1BE870008005D03CA703BDD9','uniquePupil','L846000000502');
INSERT INTO "person_number" VALUES(1,X'01A21DBE1C4B70008002D18021C0B2EA',6,NULL,NULL,0,X'01A21DBE1C4B70008001309E8E5D9C52','local','P1');
INSERT INTO "person_number" VALUES(1,X'01A21DBE1C4B7000800679A9CC9A7DF6',6,NULL,NULL,0,X'01A21DBE1C4B70008005191FA1757C62','local','P2');
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
INSERT INTO "practitioner" VALUES(1,X'01A21DBE1BE870008001F1A85A3E9E12',3,NULL,NULL,0);
INSERT INTO "practitioner" VALUES(1,X'01A21DBE1BE8700080047920FFC3156C',3,NULL,NULL,0);
INSERT INTO "practitioner" VALUES(1,X'01A21DBE1BE870008008EF695E3BCC81',3,NULL,NULL,0);
INSERT INTO "practitioner" VALUES(1,X'01A21DBE1C4B70008001E993BEBF51DF',5,NULL,NULL,0);
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
INSERT INTO "practitioner_about" VALUES(1,X'01A21DBE1BE870008002F4DFF80A8847',3,NULL,NULL,0,X'01A21DBE1BE870008001F1A85A3E9E12','SW100001','SW100001');
INSERT INTO "practitioner_about" VALUES(1,X'01A21DBE1BE8700080053F1BE331FF86',3,NULL,NULL,0,X'01A21DBE1BE8700080047920FFC3156C','SW100002','SW100002');
INSERT INTO "practitioner_about" VALUES(1,X'01A21DBE1BE8700080097D1730A6CAB5',3,NULL,NULL,0,X'01A21DBE1BE870008008EF695E3BCC81','SW100003','SW100003');
INSERT INTO "practitioner_about" VALUES(1,X'01A21DBE1C4B7000800239872C2F716F',5,NULL,NULL,0,X'01A21DBE1C4B70008001E993BEBF51DF','Ada Moss','SW12');
CREATE TABLE "recovery_code" (
  "authority" INTEGER NOT NULL,
  "account" TEXT NOT NULL,
  "digest" BLOB NOT NULL,
  "made" INTEGER NOT NULL,
  PRIMARY KEY (authority, account, digest)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE "restriction" (
  "authority" INTEGER NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "telling" INTEGER NOT NULL,
  "supersedes" BLOB CHECK (length("supersedes") = 16),
  "because" TEXT,
  "withdrawn" INTEGER NOT NULL CHECK ("withdrawn" IN (0, 1)),
  "family" BLOB NOT NULL CHECK (length("family") = 16),
  "category" TEXT NOT NULL CHECK ("category" IN ('highProfile', 'conflictOfInterest', 'adoption', 'highRisk', 'suddenDeath', 'other')),
  "call" TEXT NOT NULL CHECK (call <> ''),
  "from" INTEGER NOT NULL,
  "until" INTEGER CHECK ("until" IS NULL OR "from" IS NULL OR "until" >= "from"),
  "review_due" INTEGER NOT NULL,
  PRIMARY KEY (authority, family, id),
  UNIQUE (authority, id),
  FOREIGN KEY (authority, supersedes) REFERENCES "restriction" (authority, id),
  FOREIGN KEY (authority, telling) REFERENCES telling (authority, seq)
    DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (authority, family) REFERENCES "family" (authority, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE schema_version
(number BIGINT PRIMARY KEY, applied BIGINT NOT NULL);
INSERT INTO "schema_version" VALUES(1,1795795325522478);
CREATE TABLE "service_account" (
  "authority" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "token_digest" BLOB NOT NULL,
  "scope" TEXT NOT NULL CHECK ("scope" IN ('feed')),
  "added" INTEGER NOT NULL,
  "ended" INTEGER,
  PRIMARY KEY (authority, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE "session" (
  "authority" INTEGER NOT NULL,
  "token_digest" BLOB NOT NULL,
  "id" BLOB NOT NULL CHECK (length("id") = 16),
  "account" TEXT NOT NULL,
  "csrf" TEXT NOT NULL,
  "browser" TEXT NOT NULL,
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
INSERT INTO "stated_row" VALUES(1,X'01A21DBE1C4B70008004F466F16D2A43',5,NULL,NULL,0,'ssd','ssd_professionals',NULL,'prof_professional_id=W1
prof_professional_name=Ada Moss
prof_social_worker_registration_no=SW12
prof_full_time_equivalency=80%
prof_agency_worker_flag=N',X'DEB704B4FC2A6C5650B929674303CFFE2C741C1D0F145C25781302FEC1B56C8C');
INSERT INTO "stated_row" VALUES(1,X'01A21DBE1C4B700080057B95021375BE',8,NULL,NULL,0,'ssd','ssd_involvements',X'01A21DBE1C4B70008001309E8E5D9C52','invo_professional_id=W1
invo_involvements_id=I1
invo_professional_role_id=Allocated Case Worker
invo_worker_change_reason=manage
invo_referral_id=R1',X'FC333CB950C8DAD22649FAAB4783C4C6491077B20C7F637D2C5BDBD9E4285203');
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
INSERT INTO "team" VALUES(1,X'01A21DBE1C4B700080013D0321DFB93C',8,NULL,NULL,0);
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
INSERT INTO "team_about" VALUES(1,X'01A21DBE1C4B7000800232A0CDD434AC',8,NULL,NULL,0,X'01A21DBE1C4B700080013D0321DFB93C','T1','specialist');
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
INSERT INTO "telling" VALUES(1,1,X'A0AA81FC5F438C2BA3F679D1AA2C64FC','ImportReturn','kith import ssda903',1795795327976371,NULL,NULL,'ssda903 2025-26: header.csv, SHA-256 95061bffcbcef50d7074792e3c21ac6ed2c083dcb4440ec9dbadff98c34e6be0',8,X'5DFBA0EFD73B921CDB00972974E7B39D74F9C67DA29285109338FE982DB0112A',X'216782AF096B090E024EF1FD47F0F9331C125579391B21774E4B636659F5F9C1');
INSERT INTO "telling" VALUES(1,2,X'A8F0C032D0C08EA7B1A219B64B2C5A64','ImportReturn','kith import ssda903',1795795327976371,NULL,NULL,'ssda903 2025-26: episodes.csv, SHA-256 d2da38357caa83bbbb442ee208133597aee4a38738f3861cdcf07dc46b773bd5',2,X'B41F0EBC9908E9A18309B0F9ACF9794F4F90F0865832F4A61EE027CF2C7E9084',X'7EB1E3BB7A85A2D125AAA82D1E92F9F5721DE1CF664131933EF4F72074700ECF');
INSERT INTO "telling" VALUES(1,3,X'FF18CCD3FED08B2192D83997F973AD00','ImportReturn','kith import ssda903',1795795327976371,NULL,NULL,'ssda903 2025-26: sw_episodes.csv, SHA-256 c5eb565c50865e0da53a2d3cc1f4d514884678d50e829afcb1a20a9c5931a0b9',10,X'0CCC8BE73C38ABF771DDA9289B3E368BCA6DC96BD26A8C3B065612632FDA0E0D',X'1E1CE761A2F2F6CB3980DF3577D84317AAC6348978471B3C224A71AC8E22AB47');
INSERT INTO "telling" VALUES(1,4,X'2EBE10A767B888698EBD8405F8340C49','ImportReturn','kith import ssda903',1795795327976371,NULL,NULL,'ssda903 2025-26: reviews.csv, SHA-256 79870cf8515d47176d53d0fafee9784d88dc1e2dd2296d99e119a7d46614f34c',1,X'2D39D268C75917BF3AD6B0B27C6F68DF0C4472835EB854320E57655F4B9705AE',X'28298E5EBE3C128DEFB29D617DB8829ADC1D3EB4970EDDDF938C4D3E94C26E53');
INSERT INTO "telling" VALUES(1,5,X'69FBD58B9E048969AC272541A243405D','ImportReturn','kith import ssd',1795795328075125,NULL,NULL,'ssd: ssd_professionals.csv, SHA-256 f4db0570a65ddf8b06d9886d159d400e8a0083dd9b8f0c3b4c89c6b661a20dc6',4,X'0EBC4F905ACE6896CE67E16A055085D65FD9B6AC70B75553854D170B565B43EB',X'021005AD71375CD8A254B06F78D069D199566CD3C579C12502DA6B6BA29A3062');
INSERT INTO "telling" VALUES(1,6,X'1C8543F25E3F89A1A75D853A108F1B1A','ImportReturn','kith import ssd',1795795328075125,NULL,NULL,'ssd: ssd_person.csv, SHA-256 91fbc8df58803337f7fd9e38b82c835eb36bb2a72d9200d217f4d22d0496bea0',8,X'96FDF3DA8712A60CA30178EC8CF146CA10015F73091EBC9CA254C072821B436C',X'67875DFE96A5277BDE86C45B9F457FDD382D29D0A3388A989B730C1F428C202F');
INSERT INTO "telling" VALUES(1,7,X'5224495FA52684B3B500C0AAC079FC31','ImportReturn','kith import ssd',1795795328075125,NULL,NULL,'ssd: ssd_family.csv, SHA-256 3e4908996ea595e576ab46715873553efaa212ac5c28aba4ba70c5d0b17eece8',5,X'C5C36253D9CD140C371BA940FEB31630D813DFBDFB95B34EFF31EDFA4841EEA5',X'F6A6FED3F9EF9AE247633F945867BE9A85C70EBFE9B3FB0F27DB7E35D6C6CFA6');
INSERT INTO "telling" VALUES(1,8,X'CB171DDA80648EEAADB925D58EC0F4AA','ImportReturn','kith import ssd',1795795328075125,NULL,NULL,'ssd: ssd_involvements.csv, SHA-256 ca895c757996bafdfce4b129ad1fb65a09f4902e3bccf08f42f190c0801c7c60',5,X'6F0E1BE193668F06C1FFA09E5680F35FA57C5EACADF60200EE3E6D84E3AD29B2',X'F4A1B60B4DE853A1B55A7F24F11A7513DF27562F16F99228E03A0A31F7B33A8F');
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
INSERT INTO "tenure" VALUES(1,X'01A21DBE1BE870008003A49347E8DC0C',3,NULL,NULL,0,X'01A21DBE1BE8700080017F7337D5EC73',X'01A21DBE1BE870008001F1A85A3E9E12',NULL,'keyworker',19884,20270,'FCONTA',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "tenure" VALUES(1,X'01A21DBE1BE870008006648426F45552',3,NULL,NULL,0,X'01A21DBE1BE8700080017F7337D5EC73',X'01A21DBE1BE8700080047920FFC3156C',NULL,'keyworker',20270,20412,'TSPROC',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "tenure" VALUES(1,X'01A21DBE1BE8700080077D3F49E947A3',3,NULL,NULL,0,X'01A21DBE1BE8700080017F7337D5EC73',X'01A21DBE1BE870008001F1A85A3E9E12',NULL,'keyworker',20412,NULL,'MANAGE',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "tenure" VALUES(1,X'01A21DBE1BE87000800AEEBF4506B3C1',3,NULL,NULL,0,X'01A21DBE1BE870008005D03CA703BDD9',X'01A21DBE1BE870008008EF695E3BCC81',NULL,'keyworker',20332,NULL,'FCONTA',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "tenure" VALUES(1,X'01A21DBE1C4B7000800498B87814319B',8,NULL,NULL,0,X'01A21DBE1C4B70008001309E8E5D9C52',X'01A21DBE1C4B70008001E993BEBF51DF',X'01A21DBE1C4B700080013D0321DFB93C','keyworker',20090,NULL,'MANAGE',NULL,NULL,NULL,NULL,NULL);
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
CREATE INDEX "access_rule_by_telling" ON "access_rule" (authority, telling);
CREATE UNIQUE INDEX "access_rule_superseded" ON "access_rule" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "access_rule_refuses_update" BEFORE UPDATE ON "access_rule"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: access_rule'); END;
CREATE TRIGGER "access_rule_refuses_delete" BEFORE DELETE ON "access_rule"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: access_rule'); END;
CREATE INDEX "restriction_by_telling" ON "restriction" (authority, telling);
CREATE UNIQUE INDEX "restriction_superseded" ON "restriction" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "restriction_refuses_update" BEFORE UPDATE ON "restriction"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: restriction'); END;
CREATE TRIGGER "restriction_refuses_delete" BEFORE DELETE ON "restriction"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: restriction'); END;
CREATE INDEX "access_grant_by_practitioner" ON "access_grant" (authority, practitioner);
CREATE INDEX "access_grant_by_telling" ON "access_grant" (authority, telling);
CREATE UNIQUE INDEX "access_grant_superseded" ON "access_grant" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "access_grant_refuses_update" BEFORE UPDATE ON "access_grant"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: access_grant'); END;
CREATE TRIGGER "access_grant_refuses_delete" BEFORE DELETE ON "access_grant"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: access_grant'); END;
CREATE INDEX "conflict_of_interest_by_practitioner" ON "conflict_of_interest" (authority, practitioner);
CREATE INDEX "conflict_of_interest_by_telling" ON "conflict_of_interest" (authority, telling);
CREATE UNIQUE INDEX "conflict_of_interest_superseded" ON "conflict_of_interest" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "conflict_of_interest_refuses_update" BEFORE UPDATE ON "conflict_of_interest"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: conflict_of_interest'); END;
CREATE TRIGGER "conflict_of_interest_refuses_delete" BEFORE DELETE ON "conflict_of_interest"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: conflict_of_interest'); END;
CREATE INDEX "opening_by_account_ends" ON "opening" (authority, account, ends);
CREATE INDEX "opening_by_telling" ON "opening" (authority, telling);
CREATE UNIQUE INDEX "opening_superseded" ON "opening" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "opening_refuses_update" BEFORE UPDATE ON "opening"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: opening'); END;
CREATE TRIGGER "opening_refuses_delete" BEFORE DELETE ON "opening"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: opening'); END;
CREATE INDEX "opening_review_by_telling" ON "opening_review" (authority, telling);
CREATE UNIQUE INDEX "opening_review_superseded" ON "opening_review" (authority, supersedes)
WHERE supersedes IS NOT NULL;
CREATE TRIGGER "opening_review_refuses_update" BEFORE UPDATE ON "opening_review"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: opening_review'); END;
CREATE TRIGGER "opening_review_refuses_delete" BEFORE DELETE ON "opening_review"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: opening_review'); END;
CREATE INDEX "look_by_account_at" ON "look" (authority, account, at);
CREATE INDEX "look_by_at" ON "look" (authority, at);
CREATE INDEX "look_by_telling" ON "look" (authority, telling);
CREATE TRIGGER "look_refuses_update" BEFORE UPDATE ON "look"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: look'); END;
CREATE TRIGGER "look_refuses_delete" BEFORE DELETE ON "look"
BEGIN SELECT RAISE(ABORT, 'what was told is never changed: look'); END;
COMMIT;
CREATE VIRTUAL TABLE "encounter_words" USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii');
CREATE VIRTUAL TABLE "encounter_words_seen" USING fts5vocab('encounter_words', 'instance');
DELETE FROM "encounter_words_data";
INSERT INTO "encounter_words_data" VALUES (1, X'');
INSERT INTO "encounter_words_data" VALUES (10, X'00000000000000');
DELETE FROM "encounter_words_idx";
DELETE FROM "encounter_words_config";
INSERT INTO "encounter_words_config" VALUES ('version', 4);
