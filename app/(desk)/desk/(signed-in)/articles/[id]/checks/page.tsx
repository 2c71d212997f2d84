import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CheckTable } from "@/components/checklist/check-table";
import { ArticleLink } from "@/components/desk/article-link";
import styles from "@/components/desk/desk-page.module.css";
import { Pager } from "@/components/desk/pager";
import { FilterForm } from "@/components/filters/filter-form";
import { PersonFilter } from "@/components/filters/person-filter";
import { requireActor } from "@/lib/auth/require-actor";
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
      <ArticleLink article={article} />
      <div className={styles.head}>
        <h1>
          {t("record")} <span className={styles.count}>{formatCount(total)}</span>
        </h1>
        <p className={styles.downloads}>
          <a href={href(`/desk/articles/${article.id}/checks/export`)}>{t("record.csv")}</a>
        </p>
      </div>
      <p>{t("record.lead")}</p>
      <FilterForm label={t("record.filter")}>
        <PersonFilter people={people} value={person} />
      </FilterForm>
      {checks.length === 0 ? (
        <p className={styles.empty}>{t(person === null ? "record.empty" : "record.empty.filtered")}</p>
      ) : (
        <CheckTable checks={checks} articleId={article.id} />
      )}
      <Pager
        page={page}
        perPage={CHECKS_PER_PAGE}
        shown={checks.length}
        total={total}
        hrefOf={(number) => href("", { page: String(number) })}
      />
    </main>
  );
}
