import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { Pager } from "@/components/desk/pager";
import { requireActor } from "@/lib/auth/require-actor";
import { hasNextPage } from "@/lib/capped-count";
import { CLAIMANT_KINDS } from "@/lib/claimants/claimant";
import { claimantKindLabels } from "@/lib/claimants/labels";
import { formatCount } from "@/lib/words/format-count";
import { words } from "@/lib/words/words";
import { browseClaimants, CLAIMANTS_PER_PAGE } from "@/lib/workflows/claimants/browse-claimants";

const t = words("claimants");

export const metadata: Metadata = { title: t("title") };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Everyone whose claims the desk checks, each once, with the numbers of their claims. */
export default async function ClaimantsPage({ searchParams }: Props) {
  const actor = await requireActor("/desk/claimants");
  const { q, kind, page: number } = await searchParams;
  const result = await browseClaimants(actor, { query: q ?? "", kind: kind || null, page: number ?? 1 });
  if (!result.ok) throw new Error(result.error.message);
  const { claimants, total, filter, page } = result.value;
  const query = { q: filter.query, kind: filter.kind ?? "" };
  const pageHref = (to: number) => `/desk/claimants?${new URLSearchParams({ ...query, page: String(to) })}`;
  return (
    <main id="content" className={styles.page}>
      <div className={styles.head}>
        <h1>
          {t("title")} <span className={styles.count}>{formatCount(total)}</span>
        </h1>
      </div>
      <form className={styles.search} action="/desk/claimants">
        <div>
          <label className="visually-hidden" htmlFor="q">
            {t("list.search")}
          </label>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={filter.query}
            placeholder={t("list.searchPlaceholder")}
            className="input"
          />
        </div>
        <label>
          <span className="visually-hidden">{t("field.kind")}</span>
          <select name="kind" defaultValue={filter.kind ?? ""} className="input">
            <option value="">{t("list.allKinds")}</option>
            {CLAIMANT_KINDS.map((each) => (
              <option key={each} value={each}>
                {claimantKindLabels[each]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="action-plain">
          {words("common")("search")}
        </button>
      </form>
      {claimants.length === 0 && (
        <p className={styles.empty}>{t(filter.query || filter.kind ? "list.noMatches" : "list.empty")}</p>
      )}
      <ul className={styles.list}>
        {claimants.map((claimant) => (
          <li key={claimant.id} className={styles.item}>
            <h2>
              <a href={`/desk/claimants/${claimant.id}`}>{claimant.name}</a>
            </h2>
            <p className={styles.meta}>
              <span>{claimantKindLabels[claimant.kind]}</span>
              {claimant.description && <span>{claimant.description}</span>}
              <span>{t("list.claims", { count: claimant.claims })}</span>
            </p>
          </li>
        ))}
      </ul>
      <Pager
        newer={page > 1 ? pageHref(page - 1) : null}
        older={hasNextPage(page, CLAIMANTS_PER_PAGE, claimants.length, total) ? pageHref(page + 1) : null}
      />
    </main>
  );
}
