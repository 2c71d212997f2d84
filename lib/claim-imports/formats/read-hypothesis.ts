import { isObject, type JsonObject, objectsIn, textOf, textsIn } from "../loose-json";
import { BLANK_CLAIM, type ReadClaim } from "../read-claim";
import { readSelectors } from "./read-selectors";

/** Whether a JSON document is what Hypothesis exports: the answer of its search, or the file of its client. */
export function isHypothesis(json: unknown): boolean {
  return rowsOf(json) !== null;
}

/**
 * The claims of a Hypothesis export. The note of an annotation stays a note, unless one of its tags is a rating: see `rateByTag`. Replies join
 * the note that they answer.
 * Source: https://h.readthedocs.io/en/latest/api-reference/v1/
 */
export function readHypothesis(json: unknown): ReadClaim[] {
  const rows = rowsOf(json) ?? [];
  const replies = new Map<string, string[]>();
  for (const row of rows) {
    const [root] = textsIn(row.references);
    const text = textOf(row.text);
    if (root === undefined || text === null) continue;
    const author = authorOf(row);
    replies.set(root, [...(replies.get(root) ?? []), author ? `${author}: ${text}` : text]);
  }
  return rows
    .filter((row) => textsIn(row.references).length === 0)
    .map((row) => ({
      ...BLANK_CLAIM,
      id: textOf(row.id),
      place: readSelectors(objectsIn(row.target)[0]?.selector),
      tags: textsIn(row.tags),
      note:
        [textOf(row.text), ...(replies.get(textOf(row.id) ?? "") ?? [])].filter(Boolean).join("\n\n") || null,
    }));
}

function rowsOf(json: unknown): JsonObject[] | null {
  const list = Array.isArray(json) ? json : isObject(json) ? (json.rows ?? json.annotations) : null;
  if (!Array.isArray(list)) return null;
  const rows = objectsIn(list);
  const isExport = rows.every(({ target, uri }) => target !== undefined || typeof uri === "string");
  const isPlain = Array.isArray(json) && !rows.some(({ uri }) => typeof uri === "string");
  return isExport && !isPlain ? rows : null;
}

/** "acct:ada@hypothes.is" is ada. */
function authorOf({ user, user_info }: JsonObject): string | null {
  const shown = isObject(user_info) ? textOf(user_info.display_name) : null;
  return shown ?? /^acct:([^@]+)@/.exec(textOf(user) ?? "")?.[1] ?? null;
}
