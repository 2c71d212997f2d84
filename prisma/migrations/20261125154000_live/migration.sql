-- CreateTable
CREATE UNLOGGED TABLE "Presence" (
    "tabId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID,
    "editing" BOOLEAN NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("tabId")
);

-- CreateTable
CREATE TABLE "AppliedOperation" (
    "key" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "result" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AppliedOperation_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Presence_articleId_seenAt_idx" ON "Presence"("articleId", "seenAt");

-- CreateIndex
CREATE INDEX "AppliedOperation_at_idx" ON "AppliedOperation"("at");

-- Each audit event is told to every instance, when and only when its transaction stays. Ids only: who listens fetches what they may see.
CREATE FUNCTION tell_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('obelus_live', json_build_object(
        'seq', NEW."id",
        'articleId', NEW."articleId",
        'targetType', NEW."targetType",
        'targetId', NEW."targetId",
        -- The other claim of a split or a merge.
        'otherId', coalesce(NEW."from" ->> 'mergedClaimId', CASE WHEN NEW."action" = 'claim.split' THEN NEW."from" ->> 'claimId' END),
        'action', NEW."action",
        'actorId', NEW."actorId"
    )::text);
    RETURN NULL;
END $$;

CREATE TRIGGER audit_event_is_told AFTER INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION tell_audit_event();
