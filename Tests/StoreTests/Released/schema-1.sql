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
  "verifier" BLOB NOT NULL,
  "added" INTEGER NOT NULL,
  "ended" INTEGER,
  PRIMARY KEY (authority, sign_in_name),
  FOREIGN KEY (authority, practitioner) REFERENCES "practitioner" (authority, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "account" VALUES(1,'wei chen','Wei Chen','analyst',NULL,X'BF82AD80EF5D54B6633A56403508BB4F',131072,X'73EBA9D965F3FD7CF72F54370D25FE015934E555FBA7111428DE3A3F66B105EC',1795794654661205,NULL);
CREATE TABLE "authority" (
  "authority" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "added" INTEGER NOT NULL,
  PRIMARY KEY (authority, code)
) STRICT, WITHOUT ROWID;
INSERT INTO "authority" VALUES(1,'846','Marlhaven',1795794654611282);
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
INSERT INTO "care_episode" VALUES(1,X'01A21DB3DEA5700080012A3730441898',2,NULL,NULL,0,X'01A21DB3DEA570008001C5C41EC7605B',19884,NULL,'S','C2','N1','U4','PR1',NULL,NULL,'BN1 1AA','BN2 1TW',NULL);
INSERT INTO "care_episode" VALUES(1,X'01A21DB3DEA57000800248D385A38FC2',2,NULL,NULL,0,X'01A21DB3DEA5700080056E840DC6F1F7',20332,NULL,'S','V2','N1','U4','PR1',NULL,NULL,'BN1 1AB','BN2 1TX',NULL);
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
INSERT INTO "care_review" VALUES(1,X'01A21DB3DEA570008001DA300A2B528F',4,NULL,NULL,0,X'01A21DB3DEA570008001C5C41EC7605B',20333,'PN1');
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
INSERT INTO "family" VALUES(1,X'01A21DB3DF08700080010261BC964601',7,NULL,NULL,0);
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
INSERT INTO "family_about" VALUES(1,X'01A21DB3DF0870008002A4C9B0E4D83F',7,NULL,NULL,0,X'01A21DB3DF08700080010261BC964601','F','Family F');
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
INSERT INTO "family_member" VALUES(1,X'01A21DB3DF08700080044AE41025BDEE',7,NULL,NULL,0,X'01A21DB3DF08700080010261BC964601',X'01A21DB3DF08700080014D1668D0816A','Child',20784,NULL);
INSERT INTO "family_member" VALUES(1,X'01A21DB3DF0870008005EAB589CB921B',7,NULL,NULL,0,X'01A21DB3DF08700080010261BC964601',X'01A21DB3DF0870008005400E90FAFEFB','Child',20784,NULL);
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
INSERT INTO "known_as" VALUES(1,X'01A21DB3DF08700080034C170B9433E5',7,NULL,NULL,0,'family','F',X'01A21DB3DF08700080010261BC964601');
INSERT INTO "known_as" VALUES(1,X'01A21DB3DF087000800381B142E8B5C4',5,NULL,NULL,0,'staff','W1',X'01A21DB3DF08700080015925401BD3BD');
INSERT INTO "known_as" VALUES(1,X'01A21DB3DF08700080039A6003566775',8,NULL,NULL,0,'team','T1',X'01A21DB3DF087000800163F9D2405720');
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
INSERT INTO "name_word" VALUES(1,'leo',X'01A21DB3DF08700080014D1668D0816A',1);
INSERT INTO "name_word" VALUES(1,'marsh',X'01A21DB3DF08700080014D1668D0816A',0);
INSERT INTO "name_word" VALUES(1,'marsh',X'01A21DB3DF0870008005400E90FAFEFB',0);
INSERT INTO "name_word" VALUES(1,'mia',X'01A21DB3DF0870008005400E90FAFEFB',1);
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
INSERT INTO "person" VALUES(1,X'01A21DB3DEA570008001C5C41EC7605B',1,NULL,NULL,0);
INSERT INTO "person" VALUES(1,X'01A21DB3DEA5700080056E840DC6F1F7',1,NULL,NULL,0);
INSERT INTO "person" VALUES(1,X'01A21DB3DF08700080014D1668D0816A',6,NULL,NULL,0);
INSERT INTO "person" VALUES(1,X'01A21DB3DF0870008005400E90FAFEFB',6,NULL,NULL,0);
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
INSERT INTO "person_about" VALUES(1,X'01A21DB3DEA57000800370116CFC3DA9',1,NULL,NULL,0,X'01A21DB3DEA570008001C5C41EC7605B',15464,NULL,'F','WBRI',NULL,NULL,0);
INSERT INTO "person_about" VALUES(1,X'01A21DB3DEA5700080079072FA2CB2C8',1,NULL,NULL,0,X'01A21DB3DEA5700080056E840DC6F1F7',17122,NULL,'M','BAFR',NULL,NULL,0);
INSERT INTO "person_about" VALUES(1,X'01A21DB3DF08700080033C58E5BE372E',6,NULL,NULL,0,X'01A21DB3DF08700080014D1668D0816A',15353,NULL,'M',NULL,NULL,NULL,0);
INSERT INTO "person_about" VALUES(1,X'01A21DB3DF0870008007363E55550095',6,NULL,NULL,0,X'01A21DB3DF0870008005400E90FAFEFB',16223,NULL,'F',NULL,NULL,NULL,0);
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
INSERT INTO "person_name" VALUES(1,X'01A21DB3DF08700080041CF5FCD221FC',6,NULL,NULL,0,X'01A21DB3DF08700080014D1668D0816A','legal','Leo','Marsh');
INSERT INTO "person_name" VALUES(1,X'01A21DB3DF0870008008428F7928B0AA',6,NULL,NULL,0,X'01A21DB3DF0870008005400E90FAFEFB','legal','Mia','Marsh');
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
INSERT INTO "person_number" VALUES(1,X'01A21DB3DEA5700080023A19C2AFE5F7',1,NULL,NULL,0,X'01A21DB3DEA570008001C5C41EC7605B','local','501');
INSERT INTO "person_number" VALUES(1,X'01A21DB3DEA5700080040A8B7585DB8E',1,NULL,NULL,0,X'01A21DB3DEA570008001C5C41EC7605B','uniquePupil','L846000000501');
INSERT INTO "person_number" VALUES(1,X'01A21DB3DEA5700080063524D8511A21',1,NULL,NULL,0,X'01A21DB3DEA5700080056E840DC6F1F7','local','502');
INSERT INTO "person_number" VALUES(1,X'01A21DB3DEA5700080086516587BA501',1,NULL,NULL,0,X'01A21DB3DEA5700080056E840DC6F1F7','uniquePupil','L846000000502');
INSERT INTO "person_number" VALUES(1,X'01A21DB3DF08700080023206D4C52A42',6,NULL,NULL,0,X'01A21DB3DF08700080014D1668D0816A','local','P1');
INSERT INTO "person_number" VALUES(1,X'01A21DB3DF0870008006886D4FC02EFB',6,NULL,NULL,0,X'01A21DB3DF0870008005400E90FAFEFB','local','P2');
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
INSERT INTO "practitioner" VALUES(1,X'01A21DB3DEA570008001D1EA339F91CB',3,NULL,NULL,0);
INSERT INTO "practitioner" VALUES(1,X'01A21DB3DEA5700080043CD00512382C',3,NULL,NULL,0);
INSERT INTO "practitioner" VALUES(1,X'01A21DB3DEA57000800821D336007322',3,NULL,NULL,0);
INSERT INTO "practitioner" VALUES(1,X'01A21DB3DF08700080015925401BD3BD',5,NULL,NULL,0);
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
INSERT INTO "practitioner_about" VALUES(1,X'01A21DB3DEA57000800277DBC810D1CA',3,NULL,NULL,0,X'01A21DB3DEA570008001D1EA339F91CB','SW100001','SW100001');
INSERT INTO "practitioner_about" VALUES(1,X'01A21DB3DEA57000800578235675E046',3,NULL,NULL,0,X'01A21DB3DEA5700080043CD00512382C','SW100002','SW100002');
INSERT INTO "practitioner_about" VALUES(1,X'01A21DB3DEA570008009A226374C716E',3,NULL,NULL,0,X'01A21DB3DEA57000800821D336007322','SW100003','SW100003');
INSERT INTO "practitioner_about" VALUES(1,X'01A21DB3DF08700080028FB609FDFED5',5,NULL,NULL,0,X'01A21DB3DF08700080015925401BD3BD','Ada Moss','SW12');
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
INSERT INTO "schema_version" VALUES(1,1795794654562324);
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
INSERT INTO "stated_row" VALUES(1,X'01A21DB3DF087000800456E280B72813',5,NULL,NULL,0,'ssd','ssd_professionals',NULL,'prof_professional_id=W1
prof_professional_name=Ada Moss
prof_social_worker_registration_no=SW12
prof_full_time_equivalency=80%
prof_agency_worker_flag=N',X'DEB704B4FC2A6C5650B929674303CFFE2C741C1D0F145C25781302FEC1B56C8C');
INSERT INTO "stated_row" VALUES(1,X'01A21DB3DF0870008005D09098A75BC0',8,NULL,NULL,0,'ssd','ssd_involvements',X'01A21DB3DF08700080014D1668D0816A','invo_professional_id=W1
invo_involvements_id=I1
invo_professional_role_id=Allocated Case Worker
invo_worker_change_reason=manage
invo_referral_id=R1',X'D74C8961DDC9FAE0DA86902517C6A0D206EDCBE00BDB3869CCD435C550D9B14C');
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
INSERT INTO "team" VALUES(1,X'01A21DB3DF087000800163F9D2405720',8,NULL,NULL,0);
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
INSERT INTO "team_about" VALUES(1,X'01A21DB3DF0870008002BC08FD8B2B6A',8,NULL,NULL,0,X'01A21DB3DF087000800163F9D2405720','T1','specialist');
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
INSERT INTO "telling" VALUES(1,1,X'A0AA81FC5F438C2BA3F679D1AA2C64FC','ImportReturn','kith import ssda903',1795794656933507,NULL,NULL,'ssda903 2025-26: header.csv, SHA-256 95061bffcbcef50d7074792e3c21ac6ed2c083dcb4440ec9dbadff98c34e6be0',8,X'334944427AB30E6493021C8FB385633A0CBF824A9008FD63248B9570073CF6A5',X'2BAC06B6DDFAE03179C39CB8B75ADFC7F06585C212B766E41B3D6C4C53DC649C');
INSERT INTO "telling" VALUES(1,2,X'A8F0C032D0C08EA7B1A219B64B2C5A64','ImportReturn','kith import ssda903',1795794656933507,NULL,NULL,'ssda903 2025-26: episodes.csv, SHA-256 d2da38357caa83bbbb442ee208133597aee4a38738f3861cdcf07dc46b773bd5',2,X'DA31E059FBF094C9DEE504E140823A2B4E64B7A0F1A7B199F2B743BCD65F7D7B',X'941A1B71B934E0D2BAF6045CF9FC239F36211180315E55CD7C6C87870E667749');
INSERT INTO "telling" VALUES(1,3,X'FF18CCD3FED08B2192D83997F973AD00','ImportReturn','kith import ssda903',1795794656933507,NULL,NULL,'ssda903 2025-26: sw_episodes.csv, SHA-256 c5eb565c50865e0da53a2d3cc1f4d514884678d50e829afcb1a20a9c5931a0b9',10,X'8D059ACA3B3002A049A261CD2BECB267F8E4F2647142B0B45D4C7F4AEAA53129',X'132D88DE57A7CE550DB0504927D5BC842AF37F3A3866340D478C45F3160122CD');
INSERT INTO "telling" VALUES(1,4,X'2EBE10A767B888698EBD8405F8340C49','ImportReturn','kith import ssda903',1795794656933507,NULL,NULL,'ssda903 2025-26: reviews.csv, SHA-256 79870cf8515d47176d53d0fafee9784d88dc1e2dd2296d99e119a7d46614f34c',1,X'167676D137081E63F1F020C2FC66BF89AE948817A41A042DBC25C40E63D0F70C',X'EB8FFCC76A0042FBB6FA037BD586B08590F8937171CBB4791DC23DCD403A27CF');
INSERT INTO "telling" VALUES(1,5,X'69FBD58B9E048969AC272541A243405D','ImportReturn','kith import ssd',1795794657032763,NULL,NULL,'ssd: ssd_professionals.csv, SHA-256 f4db0570a65ddf8b06d9886d159d400e8a0083dd9b8f0c3b4c89c6b661a20dc6',4,X'506FD73045255BDA063DEA7CA75ACB6E59C5986C0A70B5EEC4B20E99685F6004',X'B102F03F4DAEB713E22D5CD6420A19B51F87874AE2FDD2EA20692043AA65B2B7');
INSERT INTO "telling" VALUES(1,6,X'1C8543F25E3F89A1A75D853A108F1B1A','ImportReturn','kith import ssd',1795794657032763,NULL,NULL,'ssd: ssd_person.csv, SHA-256 91fbc8df58803337f7fd9e38b82c835eb36bb2a72d9200d217f4d22d0496bea0',8,X'869BC00B4AA88E62AF7837C6E5D94EF2C65FA782B7D2F63962DA1DE665FAB201',X'1D9E5B6F8FDC792ADBA21822F291A82724B00D1D94628B94F8C7A4573E680111');
INSERT INTO "telling" VALUES(1,7,X'5224495FA52684B3B500C0AAC079FC31','ImportReturn','kith import ssd',1795794657032763,NULL,NULL,'ssd: ssd_family.csv, SHA-256 3e4908996ea595e576ab46715873553efaa212ac5c28aba4ba70c5d0b17eece8',5,X'449925C3252B166ACCBF1D4E07C6AD1F5AB0AA9326E3AFBB89EF1E77D04598D2',X'C086899648D3B111C55D345B2767C846386F3EF413E3FE3468EDEA1208AEBD1A');
INSERT INTO "telling" VALUES(1,8,X'CB171DDA80648EEAADB925D58EC0F4AA','ImportReturn','kith import ssd',1795794657032763,NULL,NULL,'ssd: ssd_involvements.csv, SHA-256 ca895c757996bafdfce4b129ad1fb65a09f4902e3bccf08f42f190c0801c7c60',5,X'D3FC0C9CFAEEC2875B7AEC5D9A6C7EA8AB426414D7DC4FC3F986F1360C3A66D4',X'C1AE0FD64D643CA8F85CBE9346EDED6F9C95E7FB2BCF9C5C6414A1A528D68A8A');
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
INSERT INTO "tenure" VALUES(1,X'01A21DB3DEA5700080034AD2BEB899BB',3,NULL,NULL,0,X'01A21DB3DEA570008001C5C41EC7605B',X'01A21DB3DEA570008001D1EA339F91CB',NULL,'keyworker',19884,20270,'FCONTA',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "tenure" VALUES(1,X'01A21DB3DEA570008006367B2550C535',3,NULL,NULL,0,X'01A21DB3DEA570008001C5C41EC7605B',X'01A21DB3DEA5700080043CD00512382C',NULL,'keyworker',20270,20412,'TSPROC',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "tenure" VALUES(1,X'01A21DB3DEA5700080078EDB87329B03',3,NULL,NULL,0,X'01A21DB3DEA570008001C5C41EC7605B',X'01A21DB3DEA570008001D1EA339F91CB',NULL,'keyworker',20412,NULL,'MANAGE',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "tenure" VALUES(1,X'01A21DB3DEA57000800AA613A6BFF1A0',3,NULL,NULL,0,X'01A21DB3DEA5700080056E840DC6F1F7',X'01A21DB3DEA57000800821D336007322',NULL,'keyworker',20332,NULL,'FCONTA',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "tenure" VALUES(1,X'01A21DB3DF0870008004A26F34D32BCB',8,NULL,NULL,0,X'01A21DB3DF08700080014D1668D0816A',X'01A21DB3DF08700080015925401BD3BD',X'01A21DB3DF087000800163F9D2405720','keyworker',20090,NULL,'MANAGE',NULL,NULL,NULL,NULL,NULL);
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
