import { EMPTY_QUERY } from "../../../lib/board/board-query";
import * as versions from "../../../lib/db/article-versions";
import * as articles from "../../../lib/db/articles";
import * as events from "../../../lib/db/audit-events";
import * as board from "../../../lib/db/board";
import * as claimSearch from "../../../lib/db/claim-search";
import * as claimants from "../../../lib/db/claimants";
import * as claims from "../../../lib/db/claims";
import * as comments from "../../../lib/db/comments";
import * as known from "../../../lib/db/known-sources";
import * as live from "../../../lib/db/live-events";
import * as work from "../../../lib/db/my-work";
import * as notifications from "../../../lib/db/notifications";
import * as corrections from "../../../lib/db/public-corrections";
import * as publications from "../../../lib/db/public-publications";
import * as publishedClaims from "../../../lib/db/published-claims";
import * as search from "../../../lib/db/source-search";
import * as sources from "../../../lib/db/sources";
import {
  reportClaim,
  reportClaimant,
  reportEvidence,
  reportSource,
} from "../../../lib/testing/reports/small-report";
import type { Lookup } from "./lookup";
import { idOf, type NewsroomSize, PEOPLE, wordOf } from "./newsroom";
import { periodLookups } from "./period-lookups";
import { publicLookupsOf } from "./public-lookups";

/** Every listing and lookup of the product that reads a table which grows with the newsroom. */
export function lookupsOf(size: NewsroomSize): Lookup[] {
  const now = new Date();
  const person = (n: number) => idOf("person", 1 + (n % PEOPLE));
  /** Some row of a table. */
  const some = (n: number, count: number) => 1 + ((n * 7_919 + 13) % count);
  const article = (n: number) => idOf("article", some(n, size.articles));
  const claim = (n: number) => idOf("claim", some(n, size.claims));
  const claimant = (n: number) => idOf("claimant", some(n, size.claimants));
  const source = (n: number) => idOf("source", some(n, size.sources));
  const frequent = (n: number) => wordOf(n % 5);
  const usual = (n: number) => wordOf(200 + n * 10);
  const rare = (n: number) => wordOf(3_900 - n);
  const viewer = (n: number) => ({ actorId: person(n), now });
  const first = { page: 0, limit: 25 };
  const library = { query: "", kind: null, state: null };
  const rows = (change: Partial<typeof EMPTY_QUERY>) => (n: number) =>
    board.listBoardRows({ ...EMPTY_QUERY, ...change }, viewer(n), first);
  const searchBy = (find: (q: string) => Promise<unknown>) => ({
    frequent: (n: number) => find(frequent(n)),
    usual: (n: number) => find(usual(n)),
    rare: (n: number) => find(rare(n)),
    two: (n: number) => find(`${frequent(n)} ${rare(n)}`),
    three: (n: number) => find(usual(n).slice(0, 3)),
    none: (n: number) => find(`nowhere${n}`),
  });
  const related = (claimantId: string, sourceId: string) =>
    publishedClaims.listRelatedClaims(
      idOf("publication", 2),
      { sources: [reportSource({ id: sourceId })] },
      reportClaim({
        claimant: reportClaimant("Person", { id: claimantId }),
        evidence: [reportEvidence()],
      }),
      8,
    );
  const searches = (name: string, find: (q: string) => Promise<unknown>): Lookup[] => {
    const by = searchBy(find);
    return [
      { name: `${name}: a frequent word`, run: by.frequent },
      { name: `${name}: a usual word`, run: by.usual },
      { name: `${name}: a rare word`, run: by.rare },
      { name: `${name}: two words`, run: by.two },
      { name: `${name}: three letters`, run: by.three },
      { name: `${name}: a word that is nowhere`, run: by.none },
    ];
  };
  return [
    ...searches("suggest sources", (q) => search.searchSources(q, 8)),
    ...searches("search the library", (query) => search.listSources({ ...library, query }, 50)),
    { name: "library", run: () => search.listSources(library, 50) },
    { name: "library, page 20", run: () => search.listSources(library, 50, 950) },
    ...(["gone", "unused", "not-saved"] as const).map((state) => ({
      name: `library: ${state}`,
      run: () => search.listSources({ ...library, state }, 50),
    })),
    { name: "library: one kind", run: () => search.listSources({ ...library, kind: "dataset" }, 50) },
    { name: "sources of the API", run: (n) => search.listSourcesAfter("", 25, source(n)) },
    { name: "sources of the API: a rare word", run: (n) => search.listSourcesAfter(rare(n), 25, null) },
    { name: "dead links", run: () => search.countDeadLinks() },
    { name: "links due for a check", run: () => sources.listLinksDue(now, 20) },
    {
      name: "source by address",
      run: (n) => sources.findSourceByKeys(undefined, { urlKey: `nowhere.example/${n}`, doi: null }),
    },
    { name: "uses of a source", run: (n) => sources.listUses(source(n)) },
    { name: "uses of the most used source", run: () => sources.listUses(idOf("source", 1)) },
    {
      name: "known sources by title",
      run: (n) => known.listKnownSources(undefined, { urlKeys: [], dois: [], titleKeys: [usual(n)] }),
    },
    { name: "merged source", run: (n) => events.findMergedInto(undefined, source(n)) },

    ...searches("suggest claimants", (q) => claimants.searchClaimants(q, { kind: null, limit: 8 })),
    { name: "claimants", run: () => claimants.searchClaimants("", { kind: null, limit: 50 }) },
    {
      name: "claimants by exact name",
      run: (n) => claimants.listClaimantsNamed(undefined, `${usual(n)} ${n}`),
    },
    { name: "claims of a claimant", run: (n) => claimants.listClaimantUses(claimant(n)) },
    {
      name: "claims of the most frequent claimant",
      run: () => claimants.listClaimantUses(idOf("claimant", 1)),
    },
    ...searches("search claims", (q) => claimSearch.searchClaims(q, 5)),

    { name: "articles, newest first", run: rows({}) },
    ...searches("search articles", (q) =>
      board.listBoardRows({ ...EMPTY_QUERY, q }, viewer(1), { ...first }),
    ),
    ...(["due", "priority", "title", "waiting"] as const).map((sort) => ({
      name: `articles by ${sort}`,
      run: rows({ sort }),
    })),
    ...(["draft", "in_review", "published", "unpublished", "scheduled"] as const).map((stage) => ({
      name: `articles: ${stage}`,
      run: rows({ stage }),
    })),
    { name: "articles: led by me", run: rows({ lead: "me" }) },
    { name: "articles: without a lead", run: rows({ lead: "nobody" }) },
    { name: "articles: stuck", run: rows({ stuck: true }) },
    { name: "articles: overdue, by due", run: rows({ due: "overdue", sort: "due" }) },
    { name: "articles: due this week", run: rows({ due: "week" }) },
    {
      name: "articles, page 40",
      run: (n) => board.listBoardRows(EMPTY_QUERY, viewer(n), { page: 39, limit: 25 }),
    },
    { name: "board", run: (n) => board.listBoardColumns(EMPTY_QUERY, viewer(n), 40) },
    {
      name: "board: a rare word",
      run: (n) => board.listBoardColumns({ ...EMPTY_QUERY, q: rare(n) }, viewer(n), 40),
    },
    {
      name: "board: led by me",
      run: (n) => board.listBoardColumns({ ...EMPTY_QUERY, lead: "me" }, viewer(n), 40),
    },
    { name: "counts of the board", run: (n) => board.countBoard(viewer(n)) },
    { name: "articles of the API", run: () => articles.listArticleRows({ limit: 25 }) },
    {
      name: "articles of the API, far back",
      run: (n) => articles.listArticleRows({ limit: 25, cursor: article(n) }),
    },
    {
      name: "articles of the API: a rare word",
      run: (n) => articles.listArticleRows({ limit: 25, q: rare(n) }),
    },
    {
      name: "article by its address",
      run: (n) => articles.findArticleBySource(`https://paper.example/articles/${some(n, size.articles)}`),
    },
    { name: "article by slug", run: (n) => articles.findArticleBySlug(`article-${some(n, size.articles)}`) },
    {
      name: "nearly identical articles",
      run: (n) =>
        articles.listArticlesLike(
          Array.from({ length: 64 }, (_, i) => n * 1_000 + i),
          5,
        ),
    },
    { name: "versions of the long article", run: () => versions.listVersions(idOf("article", 1)) },

    { name: "claims of an article", run: (n) => claims.listClaimsOfArticle(article(n)) },
    { name: "500 claims with 40 versions", run: () => claims.listClaimsOfArticle(idOf("article", 1)) },
    { name: "a claim", run: (n) => claims.findClaim(claim(n)) },
    { name: "review queue", run: () => claims.listClaimsInReview(200) },
    { name: "claims in review, number", run: () => claims.countClaimsInReview() },
    { name: "claims that wait for me, number", run: (n) => claims.countClaimsAwaiting(person(n)) },
    { name: "my claims", run: (n) => work.listAssignedClaims(person(n), 50) },
    { name: "claims sent back to me", run: (n) => work.listReturnedClaims(person(n), 50) },
    { name: "mentions of me", run: (n) => work.listOpenMentions(person(n), 50) },
    { name: "comments of an article", run: (n) => comments.listThreads(article(n)) },
    { name: "notifications", run: (n) => notifications.listNotificationRows(person(n), { limit: 30 }) },
    { name: "unread notifications, number", run: (n) => notifications.countUnread(person(n)) },

    { name: "history of an article", run: (n) => events.listAuditEvents({ articleId: article(n) }, 50) },
    {
      name: "history of a claim",
      run: (n) => events.listAuditEvents({ target: { type: "claim", id: claim(n) } }, 50),
    },
    {
      name: "history of the settings",
      run: () => events.listAuditEvents({ targetTypes: ["user", "invitation", "setting", "scale"] }, 50),
    },
    { name: "history of all", run: () => events.listAuditEvents({}, 50) },
    { name: "activity", run: () => events.listEventPage({}, { limit: 50, without: ["source.delete"] }) },
    {
      name: "activity: publication",
      run: () => events.listEventPage({ kind: "publication" }, { limit: 50, without: [] }),
    },
    {
      name: "activity: text (none)",
      run: () => events.listEventPage({ kind: "text" }, { limit: 50, without: [] }),
    },
    {
      name: "activity of a person",
      run: (n) => events.listEventPage({ actorId: person(n) }, { limit: 50, without: [] }),
    },
    {
      name: "activity of a person: publication",
      run: (n) =>
        events.listEventPage({ actorId: person(n), kind: "publication" }, { limit: 50, without: [] }),
    },
    {
      name: "activity of the last minute",
      run: () => events.listEventPage({ since: new Date(Date.now() - 60_000) }, { limit: 50, without: [] }),
    },
    { name: "newest event", run: () => live.findNewestSeq() },
    { name: "events since one", run: (n) => live.listEventsSince(size.events - 100, article(n)) },

    { name: "front page", run: () => publications.listPublications({ limit: 25 }) },
    {
      name: "front page, far back",
      run: (n) =>
        publications.listPublications({ limit: 25, cursor: idOf("publication", 1 + 100 * (n % 9)) }),
    },
    {
      name: "a publication",
      run: (n) => publications.findCurrentPublication(`article-${some(n, size.articles)}`),
    },
    {
      name: "what publications showed of a claim",
      run: (n) => {
        const nth = some(n, size.articles);
        return publishedClaims.listPublishedStates(
          idOf("article", nth),
          idOf("claim", (nth - 1) * Math.round(size.claims / size.articles) + 1),
        );
      },
    },
    { name: "related claims", run: (n) => related(claimant(n), source(n)) },
    {
      name: "related claims of the most frequent claimant and source",
      run: () => related(idOf("claimant", 1), idOf("source", 1)),
    },
    { name: "corrections", run: () => corrections.listPublicCorrections({ limit: 25 }) },
    ...publicLookupsOf(size),
    ...periodLookups(now, person),
    { name: "unpublished articles", run: () => publications.listUnpublications(50) },
  ];
}
