import { createHash } from "node:crypto";

/** Hexadecimal digits of a revision: their number has at most nine decimal ones, as tags of revisions have. */
const DIGITS = 7;

/**
 * The revision of something that has no stored one: people, webhooks and the rules of signing in. On the desk, these are changed one choice at a
 * time, and nothing that is typed can be lost, so their tables have no column that counts changes. It is made from everything that an edit can
 * change; if it was changed and changed back, an edit that was made before is accepted, because it is based on what is there.
 * @param state what an edit can change, in JSON
 */
export function stateRevision(state: object): number {
  return Number.parseInt(
    createHash("sha256").update(JSON.stringify(state)).digest("hex").slice(0, DIGITS),
    16,
  );
}
