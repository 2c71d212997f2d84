import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { Pager } from "@/components/desk/pager";
import { FilterSelect } from "@/components/filters/filter-select";
import { LibrarySearch } from "@/components/filters/library-search";
import { requireActor } from "@/lib/auth/require-actor";
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
      <LibrarySearch
        action="/desk/claimants"
        query={filter.query}
        label={t("list.search")}
        placeholder={t("list.searchPlaceholder")}
      >
        <FilterSelect
          name="kind"
          label={t("field.kind")}
          hideLabel
          value={filter.kind}
          all={t("list.allKinds")}
        >
          {CLAIMANT_KINDS.map((each) => (
            <option key={each} value={each}>
              {claimantKindLabels[each]}
            </option>
          ))}
        </FilterSelect>
      </LibrarySearch>
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
        page={page}
        perPage={CLAIMANTS_PER_PAGE}
        shown={claimants.length}
        total={total}
        hrefOf={pageHref}
      />
    </main>
  );
}
