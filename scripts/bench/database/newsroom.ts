/** How much a newsroom has collected. */
export interface NewsroomSize {
  articles: number;
  claims: number;
  claimants: number;
  sources: number;
  events: number;
}

/** A large newsroom after ten years. */
export const LARGE_NEWSROOM: NewsroomSize = {
  articles: 200_000,
  claims: 1_000_000,
  claimants: 20_000,
  sources: 300_000,
  events: 1_000_000,
};

/** The same newsroom with a part of everything. @param scale 0 to 1 */
export function scaledNewsroom(scale: number): NewsroomSize {
  const of = (count: number) => Math.max(1_000, Math.round(count * scale));
  const { articles, claims, claimants, sources, events } = LARGE_NEWSROOM;
  return {
    articles: of(articles),
    claims: of(claims),
    claimants: of(claimants),
    sources: of(sources),
    events: of(events),
  };
}

/** People of the newsroom. */
export const PEOPLE = 200;
/** The article with many claims and versions is the first one. */
export const LONG_ARTICLE = { claims: 500, versions: 40 };

/** Kinds of rows, which are the first part of their ids. */
const KINDS = {
  person: 1,
  scale: 2,
  rating: 3,
  article: 4,
  version: 5,
  claim: 6,
  anchor: 7,
  verdict: 8,
  source: 9,
  evidence: 10,
  snapshot: 11,
  review: 12,
  publication: 13,
  correction: 14,
  unpublication: 15,
  thread: 16,
  comment: 17,
  notification: 18,
  vote: 19,
  claimant: 20,
} as const;
export type RowKind = keyof typeof KINDS;

/** SQL of the id of the nth row of a kind: ids rise with n, like version 7 ids. */
export function idSql(kind: RowKind, n: string): string {
  const first = KINDS[kind].toString(16).padStart(8, "0");
  return `('${first}-0000-7000-8000-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;
}

/** The id of the nth row of a kind. @param n from 1 */
export function idOf(kind: RowKind, n: number): string {
  return `${KINDS[kind].toString(16).padStart(8, "0")}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

const SYLLABLES = "ba den for gül hav ist kel lan mor nis ost pra rem sol tur vik wen zür".split(" ");

/** How many words titles are made of. */
export const WORD_COUNT = 4_000;

/** The nth word that titles are made of, from 0: a few are frequent, most of them rare. */
export function wordOf(n: number): string {
  const count = SYLLABLES.length;
  return [n % count, Math.floor(n / count) % count, Math.floor(n / count ** 2) % count]
    .map((each) => SYLLABLES[each])
    .join("");
}

/** SQL of the nth word. @param n an SQL expression */
export function wordSql(n: string): string {
  const count = SYLLABLES.length;
  const list = `ARRAY[${SYLLABLES.map((each) => `'${each}'`).join(", ")}]`;
  return [`(${n}) % ${count}`, `(${n}) / ${count} % ${count}`, `(${n}) / ${count ** 2} % ${count}`]
    .map((each) => `(${list})[1 + ${each}]`)
    .join(" || ");
}
