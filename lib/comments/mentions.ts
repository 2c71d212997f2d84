import type { PersonName } from "@/lib/claims/claim";

/*
 * A mention is stored as "@[id]", so that it survives a change of name. People type and read "@Name".
 */

const MENTION = /@\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]/gi;

/** Shown for a person who no longer exists. */
const UNKNOWN_PERSON = "someone";

/** Ids of the people mentioned in a stored comment, without duplicates. */
export function mentionedIds(body: string): string[] {
  return [...new Set([...body.matchAll(MENTION)].map(([, id]) => (id as string).toLowerCase()))];
}

export type BodyPart = { kind: "text"; text: string } | { kind: "mention"; id: string; name: string };

/** Splits a stored comment into text and mentions, for display. */
export function splitBody(body: string, people: readonly PersonName[]): BodyPart[] {
  const parts: BodyPart[] = [];
  let at = 0;
  for (const match of body.matchAll(MENTION)) {
    if (match.index > at) parts.push({ kind: "text", text: body.slice(at, match.index) });
    const id = (match[1] as string).toLowerCase();
    parts.push({
      kind: "mention",
      id,
      name: people.find((person) => person.id === id)?.name ?? UNKNOWN_PERSON,
    });
    at = match.index + match[0].length;
  }
  if (at < body.length) parts.push({ kind: "text", text: body.slice(at) });
  return parts;
}

/** A stored comment as people type and read it. */
export function toTyped(body: string, people: readonly PersonName[]): string {
  return splitBody(body, people)
    .map((part) => (part.kind === "text" ? part.text : `@${part.name}`))
    .join("");
}

/**
 * A typed comment as it is stored. A full name after an @ is a mention; the longest matching name wins, and of several people with
 * the same name, the first.
 */
export function toStored(typed: string, people: readonly PersonName[]): string {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length);
  let stored = "";
  for (let at = 0; at < typed.length; ) {
    const person =
      typed[at] === "@" && !isWordBefore(typed, at)
        ? byLength.find(({ name }) => isNameAt(typed, at + 1, name))
        : undefined;
    stored += person ? `@[${person.id}]` : typed[at];
    at += person ? person.name.length + 1 : 1;
  }
  return stored;
}

/** The mention being typed at the caret: the offset of its @ and the text after it. Null if there is none. */
export function mentionAt(typed: string, caret: number): { from: number; query: string } | null {
  const found = /(?:^|[^\p{L}\p{N}@])@([\p{L}\p{N}'’.-]*(?: [\p{L}\p{N}'’.-]*)?)$/u.exec(
    typed.slice(0, caret),
  );
  const query = found?.[1];
  return query === undefined ? null : { from: caret - query.length - 1, query };
}

/** People whose name, or a part of it, begins with the query. */
export function suggestPeople(people: readonly PersonName[], query: string, limit = 6): PersonName[] {
  const wanted = fold(query);
  return people
    .filter(({ name }) => {
      const folded = fold(name);
      return folded.startsWith(wanted) || folded.split(" ").some((part) => part.startsWith(wanted));
    })
    .slice(0, limit);
}

/** The beginning of a stored comment as one readable line. @param limit UTF-16 units */
export function excerptOf(body: string, people: readonly PersonName[], limit = 160): string {
  const line = toTyped(body, people).replace(/\s+/g, " ").trim();
  return line.length > limit ? `${line.slice(0, limit - 1).trimEnd()}…` : line;
}

/** Without case and accents: "Müller" is found by "mull". */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function isWordBefore(text: string, at: number): boolean {
  return at > 0 && /[\p{L}\p{N}@]/u.test(text[at - 1] ?? "");
}

function isNameAt(text: string, at: number, name: string): boolean {
  return name !== "" && text.startsWith(name, at) && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? "");
}
