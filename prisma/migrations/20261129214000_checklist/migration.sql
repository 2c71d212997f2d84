-- CreateEnum
CREATE TYPE "CheckableKind" AS ENUM ('name', 'figure', 'quotation');

-- CreateEnum
CREATE TYPE "TickOutcome" AS ENUM ('checked', 'skipped');

-- CreateTable
CREATE TABLE "Tick" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "kind" "CheckableKind" NOT NULL,
    "outcome" "TickOutcome" NOT NULL,
    "reason" TEXT,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneById" UUID,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Tick_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TickAnchor" (
    "tickId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "TickAnchor_pkey" PRIMARY KEY ("tickId","versionId")
);

-- CreateIndex
CREATE INDEX "Tick_articleId_at_id_idx" ON "Tick"("articleId", "at", "id");

-- CreateIndex
CREATE INDEX "Tick_versionId_idx" ON "Tick"("versionId");

-- CreateIndex
CREATE INDEX "Tick_byId_idx" ON "Tick"("byId");

-- CreateIndex
CREATE INDEX "Tick_undoneById_idx" ON "Tick"("undoneById");

-- CreateIndex
CREATE INDEX "TickAnchor_versionId_start_idx" ON "TickAnchor"("versionId", "start");

-- AddForeignKey
ALTER TABLE "Tick" ADD CONSTRAINT "Tick_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tick" ADD CONSTRAINT "Tick_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ArticleVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tick" ADD CONSTRAINT "Tick_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tick" ADD CONSTRAINT "Tick_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TickAnchor" ADD CONSTRAINT "TickAnchor_tickId_fkey" FOREIGN KEY ("tickId") REFERENCES "Tick"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TickAnchor" ADD CONSTRAINT "TickAnchor_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ArticleVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot state.

ALTER TABLE "Tick"
  ADD CONSTRAINT "Tick_span" CHECK ("start" >= 0 AND "end" > "start"),
  ADD CONSTRAINT "Tick_exact_given" CHECK ("exact" <> ''),
  ADD CONSTRAINT "Tick_reason" CHECK (("outcome" = 'skipped') = ("reason" IS NOT NULL)),
  ADD CONSTRAINT "Tick_undone" CHECK (("undoneAt" IS NULL) = ("undoneById" IS NULL));

ALTER TABLE "TickAnchor"
  ADD CONSTRAINT "TickAnchor_span" CHECK ("start" >= 0 AND "end" > "start");

CREATE FUNCTION check_tick_anchor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "Tick" t JOIN "ArticleVersion" v ON v."articleId" = t."articleId"
    WHERE t."id" = NEW."tickId" AND v."id" = NEW."versionId" AND NEW."end" <= v."length"
  ) THEN
    RAISE EXCEPTION 'a tick must be within a version of its article' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "TickAnchor_fits" BEFORE INSERT OR UPDATE ON "TickAnchor"
  FOR EACH ROW EXECUTE FUNCTION check_tick_anchor();

-- A tick is a record of work: it can be undone once, and nothing else of it changes.
CREATE FUNCTION check_tick_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."undoneAt" IS NOT NULL
    OR (to_jsonb(NEW) - '{undoneAt,undoneById}'::text[]) <> (to_jsonb(OLD) - '{undoneAt,undoneById}'::text[]) THEN
    RAISE EXCEPTION 'a tick never changes: undo it instead' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "Tick_stays" BEFORE UPDATE OR DELETE ON "Tick"
  FOR EACH ROW EXECUTE FUNCTION check_tick_change();
