-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "contentHash" TEXT,
ADD COLUMN     "hash" TEXT,
ADD COLUMN     "previousHash" TEXT,
ADD COLUMN     "sequence" BIGINT;

-- CreateTable
CREATE TABLE "AuditHead" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "sequence" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "earlierId" BIGINT NOT NULL,
    "earlierHash" TEXT NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_sequence_key" ON "AuditEvent"("sequence");

-- ---------------------------------------------------------------- the chain of audit events

-- One digest of all events up to one of them: those of before there was a chain are covered as a whole.
CREATE FUNCTION audit_earlier_digest(last_id bigint) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(coalesce(string_agg(encode(sha256(convert_to(jsonb_build_array(
    e."id", extract(epoch FROM e."at"), e."actorId", e."action", e."targetType", e."targetId", e."articleId", e."from", e."to"
  )::text, 'UTF8')), 'hex'), '' ORDER BY e."id"), ''), 'UTF8')), 'hex')
  FROM "AuditEvent" e WHERE e."id" <= last_id AND e."sequence" IS NULL
$$;

INSERT INTO "AuditHead" ("id", "sequence", "hash", "earlierId", "earlierHash")
  SELECT 1, 0, audit_earlier_digest(m.last_id), m.last_id, audit_earlier_digest(m.last_id)
  FROM (SELECT coalesce(max("id"), 0) AS last_id FROM "AuditEvent") m;

ALTER TABLE "AuditHead" ADD CONSTRAINT "AuditHead_one_row" CHECK ("id" = 1);
ALTER TABLE "AuditEvent"
  ADD CONSTRAINT "AuditEvent_hash_forms" CHECK ("contentHash" ~ '^[0-9a-f]{64}$' AND "hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "AuditEvent_linked_whole" CHECK (
    ("sequence" IS NULL) = ("hash" IS NULL) AND ("sequence" IS NULL) = ("previousHash" IS NULL)
  );

-- An event comes in with the hash of what it says, and without a place in the chain.
CREATE FUNCTION check_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."contentHash" IS NULL OR NEW."sequence" IS NOT NULL OR NEW."hash" IS NOT NULL THEN
    RAISE EXCEPTION 'an audit event comes in with its contentHash alone; the chain is made here' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "AuditEvent_comes_in" BEFORE INSERT ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION check_audit_event();

-- Links an event to the one before. It runs when the transaction commits, so that the lock on the head, which puts transactions in
-- order, is held for no longer than the commit takes; whoever holds it waits for nothing else.
CREATE FUNCTION link_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head "AuditHead";
  next_hash text;
BEGIN
  SELECT * INTO STRICT head FROM "AuditHead" WHERE "id" = 1 FOR UPDATE;
  -- The canonical form (RFC 8785) of the link, as lib/history/event-digest.ts writes it.
  next_hash := encode(sha256(convert_to(format(
    '{"content":"%s","id":"%s","previous":"%s","sequence":%s}', NEW."contentHash", NEW."id", head."hash", head."sequence" + 1
  ), 'UTF8')), 'hex');
  UPDATE "AuditEvent" SET "sequence" = head."sequence" + 1, "previousHash" = head."hash", "hash" = next_hash
    WHERE "id" = NEW."id";
  UPDATE "AuditHead" SET "sequence" = head."sequence" + 1, "hash" = next_hash WHERE "id" = 1;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER "AuditEvent_linked" AFTER INSERT ON "AuditEvent"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION link_audit_event();

-- An event is changed once, by the trigger above, and in nothing but its place in the chain.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 AND OLD."contentHash" IS NOT NULL AND OLD."hash" IS NULL
    AND to_jsonb(NEW) - ARRAY['sequence', 'previousHash', 'hash'] = to_jsonb(OLD) - ARRAY['sequence', 'previousHash', 'hash']
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% rows never change: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

DROP TRIGGER "AuditEvent_immutable" ON "AuditEvent";
CREATE TRIGGER "AuditEvent_immutable" BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();

CREATE FUNCTION refuse_head_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the head of the audit log is moved by its events alone: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "AuditHead_kept" BEFORE UPDATE OR DELETE ON "AuditHead"
  FOR EACH ROW EXECUTE FUNCTION refuse_head_change();
CREATE TRIGGER "AuditHead_never_emptied" BEFORE TRUNCATE ON "AuditHead" EXECUTE FUNCTION refuse_change();
