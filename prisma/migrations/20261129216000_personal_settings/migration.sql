-- CreateTable
CREATE TABLE "PersonalSettings" (
    "personId" UUID NOT NULL,
    "shortcuts" JSONB NOT NULL DEFAULT '{}',
    "dateLanguage" TEXT,
    "timeZone" TEXT,
    "tour" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "PersonalSettings_pkey" PRIMARY KEY ("personId")
);

-- AddForeignKey
ALTER TABLE "PersonalSettings" ADD CONSTRAINT "PersonalSettings_personId_fkey" FOREIGN KEY ("personId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot state.
ALTER TABLE "PersonalSettings" ADD CONSTRAINT "PersonalSettings_bounded" CHECK (
    octet_length("shortcuts"::text) <= 60000
    AND octet_length("tour"::text) <= 2000
    AND char_length("dateLanguage") <= 60
    AND char_length("timeZone") <= 60
);
