/** What an editor wrote about who made a claim, in its parts. */
export interface ReadClaimant {
  name: string;
  /** "then foreign minister of Taiwan". */
  role: string | null;
  /** Who carried it: "Associated Press". */
  carriedBy: string | null;
  /** "text altered". */
  note: string | null;
}

const NOTE = /\s*\(([^()]+)\)$/u;
const CARRIER =
  /^(.+?),?\s+(?:as\s+)?(?:reported\s+by|quoted\s+by|cited\s+by|according\s+to|via)\s+(?:the\s+)?(.+)$/iu;
/** A role begins with a small letter; "Siemens, Inc." has none. */
const ROLE = /^([^,]+),\s+(\p{Ll}.*)$/u;

/** Reads the parts of a claimant: "Vladimir Putin, as reported by the Associated Press (text altered)". */
export function readClaimant(claimant: string): ReadClaimant {
  const text = claimant.trim();
  const note = NOTE.exec(text);
  const withoutNote = note && note.index > 0 ? text.slice(0, note.index) : text;
  const carried = CARRIER.exec(withoutNote);
  const who = carried?.[1] ?? withoutNote;
  const role = ROLE.exec(who);
  return {
    name: role?.[1] ?? who,
    role: role?.[2] ?? null,
    carriedBy: carried?.[2] ?? null,
    note: withoutNote === text ? null : (note?.[1] ?? null),
  };
}
