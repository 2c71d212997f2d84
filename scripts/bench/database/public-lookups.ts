import { claimantPath } from "../../../lib/archive/claimant-address";
import { readSearchInput, type SearchInput } from "../../../lib/archive/search-input";
import { DocumentCache } from "../../../lib/documents/document-cache";
import { listChoices, loadArchive } from "../../../lib/documents/load-archive";
import type { Lookup } from "./lookup";
import { idOf, type NewsroomSize, wordOf } from "./newsroom";

/** Of readers, who wait for the whole search. */
const SEARCH_TARGET_MS = 50;

/** Everything that the public archive and search read for a page. */
export function publicLookupsOf(size: NewsroomSize): Lookup[] {
  const some = (n: number, count: number) => 1 + ((n * 7_919 + 13) % count);
  // As the server keeps what all searches show.
  const memory = new DocumentCache();
  const find = (input: Partial<SearchInput>) =>
    loadArchive(
      {
        kind: "search",
        input: { q: "", rating: "", claimant: "", language: "", period: "", after: "", ...input },
      },
      () => memory.choicesFor(listChoices),
    );
  /** As a reader sends it. */
  const search = (parameters: Partial<SearchInput>) =>
    find(readSearchInput((name) => parameters[name as keyof SearchInput] ?? null));
  const claimant = (n: number) => slugOf(idOf("claimant", n));
  const usual = (n: number) => wordOf(200 + n * 10);
  const rare = (n: number) => wordOf(3_900 - n);
  /** A word with two letters swapped. */
  const mistyped = (n: number) => rare(n).replace(/^(.)(.)(.)/, "$1$3$2");
  const month = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 7);
  const year = String(new Date().getUTCFullYear() - 3);
  /** Half of what is published is older. */
  const middle = `${Date.now() - 5 * 365 * 86_400_000}~${idOf("article", 1)}~-1`;
  const searchLookups = (): Lookup[] =>
    (
      [
        ["a frequent word", (n) => ({ q: wordOf(n % 5) })],
        ["a usual word", (n) => ({ q: usual(n) })],
        ["a rare word", (n) => ({ q: rare(n) })],
        ["two words", (n) => ({ q: `${wordOf(n % 5)} ${rare(n)}` })],
        ["two frequent words", (n) => ({ q: `${wordOf(n % 5)} ${wordOf(5 + (n % 5))}` })],
        ["a phrase", (n) => ({ q: `"${wordOf(n % 5)} ${wordOf(5 + (n % 5))}"` })],
        ["an excluded word", (n) => ({ q: `${usual(n)} -${wordOf(0)}` })],
        ["only an excluded word", (n) => ({ q: `-${wordOf(n % 5)}` })],
        ["a part of a word", (n) => ({ q: usual(n).slice(0, 5) })],
        ["a typing error", (n) => ({ q: mistyped(n) })],
        ["a word that is nowhere", (n) => ({ q: `nowhere${n}` })],
        ["Japanese, frequent", () => ({ q: "消費税" })],
        ["Japanese, rare", (n) => ({ q: String.fromCodePoint(19_968 + n * 7) })],
        ["Japanese, an excluded word", () => ({ q: "失業 -消費税" })],
        ["Arabic", () => ({ q: "البطالة" })],
        ["frequent, of a rating", (n) => ({ q: wordOf(n % 5), rating: "rating-2" })],
        ["frequent, of a rating and a year", (n) => ({ q: wordOf(n % 5), rating: "rating-2", period: year })],
        ["usual, of a year", (n) => ({ q: usual(n), period: year })],
        ["rare, in German", (n) => ({ q: rare(n), language: "de" })],
        [
          "frequent, of a claimant",
          (n) => ({ q: wordOf(n % 5), claimant: claimant(some(n, size.claimants)) }),
        ],
        ["frequent, of the most frequent claimant", (n) => ({ q: wordOf(n % 5), claimant: claimant(1) })],
        ["a rating alone", () => ({ rating: "rating-3" })],
        ["frequent, far back", (n) => ({ q: wordOf(n % 5), after: middle })],
        ["usual, far back", (n) => ({ q: usual(n), after: middle })],
        // The worst that can be sent.
        ["200 words", () => ({ q: Array.from({ length: 200 }, (_, n) => wordOf(n)).join(" ") })],
        ["one of six words", () => ({ q: Array.from({ length: 6 }, (_, n) => wordOf(n)).join(" or ") })],
        ["12 excluded words", () => ({ q: Array.from({ length: 12 }, (_, n) => `-${wordOf(n)}`).join(" ") })],
        ["only small words", () => ({ q: "the of and to a in is it" })],
        ["one letter", () => ({ q: "a" })],
        ["wildcards", () => ({ q: "%_* ".repeat(50) })],
        ["10,000 characters", (n) => ({ q: usual(n).repeat(2_000) })],
        ["200 Japanese letters", () => ({ q: "消費税は十年で二倍になった失業率".repeat(13) })],
      ] satisfies [string, (n: number) => Partial<SearchInput>][]
    ).map(([name, input]) => ({
      name: `public search: ${name}`,
      target: SEARCH_TARGET_MS,
      run: (n: number) => search(input(n)),
    }));
  return [
    ...searchLookups(),
    { name: "archive", run: () => loadArchive({ kind: "archive" }) },
    { name: "archive: a month", run: () => loadArchive({ kind: "archive-month", month, after: null }) },
    {
      name: "archive: claimants",
      run: () => loadArchive({ kind: "archive-group", group: "claimants", after: null }),
    },
    {
      name: "archive: a topic",
      run: (n) => loadArchive({ kind: "archive-list", group: "topics", key: `topic-${n % 40}`, after: null }),
    },
    {
      name: "archive: a topic, far back",
      run: (n) =>
        loadArchive({ kind: "archive-list", group: "topics", key: `topic-${n % 40}`, after: middle }),
    },
    {
      name: "archive: a publisher",
      run: (n) => loadArchive({ kind: "archive-list", group: "publishers", key: wordOf(n % 5), after: null }),
    },
    {
      name: "page of a claimant",
      run: (n) => openClaimant(claimant(some(n, size.claimants))),
    },
    { name: "page of the most frequent claimant", run: () => openClaimant(claimant(1)) },
    {
      name: "page of a source",
      run: (n) => loadArchive({ kind: "source", id: idOf("source", some(n, size.sources)), after: null }),
    },
    {
      name: "page of the most used source",
      run: () => loadArchive({ kind: "source", id: idOf("source", 1), after: null }),
    },
  ];
}

const slugOf = (id: string) => claimantPath({ id, name: "" }).slice("/claimants/".length);

/** Follows the redirect to the address with the name. */
async function openClaimant(slug: string): Promise<unknown> {
  const first = await loadArchive({ kind: "claimant", slug, after: null });
  if (first.kind !== "redirect") return first;
  return loadArchive({
    kind: "claimant",
    slug: decodeURIComponent(first.to.slice("/claimants/".length)),
    after: null,
  });
}
