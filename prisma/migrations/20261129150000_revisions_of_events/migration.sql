-- A page that changed a claim itself recognises the event by the claim's revision, and does not fetch what it already shows.
CREATE OR REPLACE FUNCTION tell_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('obelus_live', json_build_object(
        'seq', NEW."id",
        'articleId', NEW."articleId",
        'targetType', NEW."targetType",
        'targetId', NEW."targetId",
        -- The other claim of a split or a merge.
        'otherId', coalesce(NEW."from" ->> 'mergedClaimId', CASE WHEN NEW."action" = 'claim.split' THEN NEW."from" ->> 'claimId' END),
        'action', NEW."action",
        'actorId', NEW."actorId",
        -- An event can name any target; only an id can be that of a claim.
        'revision', CASE WHEN NEW."targetType" = 'claim' AND NEW."targetId" ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
            THEN (SELECT c."revision" FROM "Claim" c WHERE c."id" = NEW."targetId"::uuid) END
    )::text);
    RETURN NULL;
END $$;
