import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CheckTable } from "@/components/checklist/check-table";
import styles from "@/components/desk/desk-page.module.css";
import { Pager } from "@/components/desk/pager";
import history from "@/components/history/timeline.module.css";
import { requireActor } from "@/lib/auth/require-actor";
import { hasNextPage } from "@/lib/capped-count";
import { nameToChoose } from "@/lib/claims/disambiguate-names";
import { formatCount } from "@/lib/words/format-count";
import { words } from "@/lib/words/words";
import { CHECKS_PER_PAGE, listChecks } from "@/lib/workflows/checklist/list-checks";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const t = words("checklist");

export const metadata: Metadata = { title: t("record") };

/** Who checked which passage of an article, when, and at which version. */
export default async function ChecksPage({ params, searchParams }: Props) {
  const { id } = await params;
  const query = await searchParams;
  const one = (name: string) => (typeof query[name] === "string" && query[name] ? query[name] : undefined);
  const actor = await requireActor(`/desk/articles/${id}/checks`);
  const result = await listChecks(actor, {
    articleId: id,
    person: one("person") ?? null,
    page: one("page") ?? 1,
  });
  if (!result.ok) notFound();
  const { article, checks, total, people, person, page } = result.value;
  const href = (path: string, more: Record<string, string> = {}) =>
    `${path}?${new URLSearchParams({ ...(person && { person }), ...more })}`;
  return (
    <main id="content" className={styles.page}>
      <p className={styles.meta}>
        <a href={`/desk/articles/${article.id}`}>← {article.title}</a>
      </p>
      <div className={styles.head}>
        <h1>
          {t("record")} <span className={styles.count}>{formatCount(total)}</span>
        </h1>
        <p className={history.exports}>
          <a href={href(`/desk/articles/${article.id}/checks/export`)}>{t("record.csv")}</a>
        </p>
      </div>
      <p>{t("record.lead")}</p>
      <form method="get" className={history.filters} aria-label={t("record.filter")}>
        <label>
          {t("record.person")}
          <select name="person" className="input" defaultValue={person ?? ""}>
            <option value="">{t("record.person.all")}</option>
            {people.map((each) => (
              <option key={each.id} value={each.id}>
                {nameToChoose(each)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="action-plain">
          {t("record.show")}
        </button>
      </form>
      {checks.length === 0 ? (
        <p className={styles.empty}>{t(person === null ? "record.empty" : "record.empty.filtered")}</p>
      ) : (
        <CheckTable checks={checks} articleId={article.id} />
      )}
      <Pager
        newer={page > 1 ? href("", { page: String(page - 1) }) : null}
        older={
          hasNextPage(page, CHECKS_PER_PAGE, checks.length, total)
            ? href("", { page: String(page + 1) })
            : null
        }
      />
    </main>
  );
}
