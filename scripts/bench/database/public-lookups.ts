import { claimantPath } from "../../../lib/archive/claimant-address";
import type { SearchInput } from "../../../lib/archive/search-input";
import { loadArchive } from "../../../lib/documents/load-archive";
import type { Lookup } from "./lookup";
import { idOf, type NewsroomSize, wordOf } from "./newsroom";

/** Everything that the public archive and search read for a page. */
export function publicLookupsOf(size: NewsroomSize): Lookup[] {
  const some = (n: number, count: number) => 1 + ((n * 7_919 + 13) % count);
  const search = (input: Partial<SearchInput>) =>
    loadArchive({
      kind: "search",
      input: { q: "", rating: "", claimant: "", language: "", period: "", after: "", ...input },
    });
  const claimant = (n: number) => slugOf(idOf("claimant", n));
  const usual = (n: number) => wordOf(200 + n * 10);
  const rare = (n: number) => wordOf(3_900 - n);
  /** A word with two letters swapped. */
  const mistyped = (n: number) => rare(n).replace(/^(.)(.)(.)/, "$1$3$2");
  const month = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 7);
  const year = String(new Date().getUTCFullYear() - 3);
  /** Half of what is published is older. */
  const middle = `${Date.now() - 5 * 365 * 86_400_000}~${idOf("article", 1)}~-1`;
  return [
    { name: "public search: a frequent word", run: (n) => search({ q: wordOf(n % 5) }) },
    { name: "public search: a usual word", run: (n) => search({ q: usual(n) }) },
    { name: "public search: a rare word", run: (n) => search({ q: rare(n) }) },
    { name: "public search: two words", run: (n) => search({ q: `${wordOf(n % 5)} ${rare(n)}` }) },
    { name: "public search: an excluded word", run: (n) => search({ q: `${usual(n)} -${wordOf(0)}` }) },
    { name: "public search: only an excluded word", run: (n) => search({ q: `-${wordOf(n % 5)}` }) },
    { name: "public search: a typing error", run: (n) => search({ q: mistyped(n) }) },
    { name: "public search: a word that is nowhere", run: (n) => search({ q: `nowhere${n}` }) },
    { name: "public search: Japanese, frequent", run: () => search({ q: "消費税" }) },
    {
      name: "public search: Japanese, rare",
      run: (n) => search({ q: String.fromCodePoint(19_968 + n * 7) }),
    },
    {
      name: "public search: frequent, of a rating",
      run: (n) => search({ q: wordOf(n % 5), rating: "rating-2" }),
    },
    { name: "public search: usual, of a year", run: (n) => search({ q: usual(n), period: year }) },
    { name: "public search: rare, in German", run: (n) => search({ q: rare(n), language: "de" }) },
    {
      name: "public search: frequent, of a claimant",
      run: (n) => search({ q: wordOf(n % 5), claimant: claimant(some(n, size.claimants)) }),
    },
    {
      name: "public search: frequent, of the most frequent claimant",
      run: (n) => search({ q: wordOf(n % 5), claimant: claimant(1) }),
    },
    { name: "public search: a rating alone", run: () => search({ rating: "rating-3" }) },
    { name: "public search: usual, far back", run: (n) => search({ q: usual(n), after: middle }) },
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
