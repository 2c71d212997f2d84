import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleLink } from "@/components/desk/article-link";
import styles from "@/components/desk/desk-page.module.css";
import { RestoreVersion } from "@/components/versions/restore-version";
import { VersionComparison } from "@/components/versions/version-comparison";
import { VersionList } from "@/components/versions/version-list";
import { requireActor } from "@/lib/auth/require-actor";
import { words } from "@/lib/words/words";
import { compareVersions } from "@/lib/workflows/articles/compare-versions";
import { restoreVersion } from "./actions";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Partial<Record<"from" | "to" | "restore", string | string[]>>>;
}

const t = words("versions");

export const metadata: Metadata = { title: t("title") };

/** The versions of an article's text, and the differences between two of them: in the text and in the claims. */
export default async function VersionsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { from, to, restore } = await searchParams;
  const actor = await requireActor(`/desk/articles/${id}/versions`);
  const result = await compareVersions(actor, {
    articleId: id,
    ...numberIn("from", from),
    ...numberIn("to", to),
  });
  if (!result.ok) notFound();
  const { article, versions, compared } = result.value;
  const restored = versions.slice(1).find(({ number }) => String(number) === restore);
  return (
    <main id="content" className={styles.page}>
      <ArticleLink article={article} />
      <div className={styles.head}>
        <h1>
          {t("title")} <span className={styles.count}>{versions.length}</span>
        </h1>
      </div>
      {restored && (
        <RestoreVersion
          number={restored.number}
          restore={restoreVersion.bind(null, {
            articleId: article.id,
            versionId: article.currentVersionId,
            number: restored.number,
          })}
        />
      )}
      <VersionList versions={versions} compared={compared} />
      {compared ? (
        <VersionComparison articleId={article.id} language={article.language} compared={compared} />
      ) : (
        <p className={styles.empty}>{t("empty")}</p>
      )}
    </main>
  );
}

function numberIn<Name extends string>(
  name: Name,
  value: string | string[] | undefined,
): Partial<Record<Name, number>> {
  return typeof value === "string" && /^\d{1,6}$/.test(value)
    ? ({ [name]: Number(value) } as Record<Name, number>)
    : {};
}
