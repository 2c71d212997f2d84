import type { Metadata } from "next";
import desk from "@/components/desk/desk-page.module.css";
import { RefreshOnChange } from "@/components/live/refresh-on-change";
import { WatchingFilters } from "@/components/watching/watching-filters";
import { WatchingKeys } from "@/components/watching/watching-keys";
import { WatchingList } from "@/components/watching/watching-list";
import { hrefOfList, type WatchingQuery } from "@/components/watching/watching-query";
import { requireActor } from "@/lib/auth/require-actor";
import { FLAG_KINDS } from "@/lib/watching/flag";
import { formatCount } from "@/lib/words/format-count";
import { words } from "@/lib/words/words";
import { listWatching } from "@/lib/workflows/watching/list-watching";
import { confirmFlag, reopenFlagged } from "../articles/[id]/watching-actions";

interface Props {
  searchParams: Promise<Partial<Record<"kind" | "person" | "after", string | string[]>>>;
}

const t = words("watching");
const deskWords = words("desk");

export const metadata: Metadata = { title: t("title") };

/** What someone should look at again: due reviews, changed pages, idle work, and claims that changed in another article. */
export default async function WatchingPage({ searchParams }: Props) {
  const actor = await requireActor("/desk/watching");
  const { kind, person, after } = await searchParams;
  const query: WatchingQuery = {
    kind: FLAG_KINDS.find((each) => each === kind) ?? "",
    person: typeof person === "string" ? person : "me",
  };
  const cursor = typeof after === "string" ? after : undefined;
  const result = await listWatching(actor, {
    kind: query.kind || undefined,
    ownerId: query.person === "all" ? undefined : query.person === "me" ? actor.id : query.person,
    cursor,
  });
  if (!result.ok) throw new Error(result.error.message);
  const { items, total, nextCursor, owners } = result.value;
  const href = hrefOfList(query);
  return (
    <main id="content" className={desk.page} tabIndex={-1}>
      <RefreshOnChange />
      <div className={desk.head}>
        <h1>
          {t("title")} <span className={desk.count}>{formatCount(total)}</span>
        </h1>
      </div>
      <p className={desk.hint}>{t("hint")}</p>
      <WatchingFilters query={query} owners={owners.filter(({ id }) => id !== actor.id)} />
      {items.length > 0 && <WatchingKeys />}
      <WatchingList
        key={`${href} ${after}`}
        flags={items}
        empty={t(query.kind === "" && query.person === "me" ? "empty" : "emptyFiltered")}
        actions={{ confirmFlag, reopenFlagged }}
      />
      {(nextCursor || cursor) && (
        <nav className={desk.pager} aria-label={deskWords("pages.title")}>
          {cursor ? <a href={href}>{deskWords("pages.newest")}</a> : <span />}
          {nextCursor && (
            <a href={`${href}${href.includes("?") ? "&" : "?"}after=${nextCursor}`}>
              {deskWords("pages.older")}
            </a>
          )}
        </nav>
      )}
    </main>
  );
}
