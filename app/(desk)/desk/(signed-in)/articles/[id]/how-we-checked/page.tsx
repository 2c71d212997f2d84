import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleLink } from "@/components/desk/article-link";
import styles from "@/components/desk/desk-page.module.css";
import { CheckBoxCopies } from "@/components/manuscripts/check-box-copies";
import { requireActor } from "@/lib/auth/require-actor";
import { STAFF_ROLES } from "@/lib/policies/actor";
import { words } from "@/lib/words/words";
import { getCheckBox } from "@/lib/workflows/manuscripts/get-check-box";

const t = words("manuscripts");

export const metadata: Metadata = { title: t("howWeChecked") };

/** The "how we checked" box of a manuscript, to copy. */
export default async function HowWeCheckedPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireActor(`/desk/articles/${id}/how-we-checked`, STAFF_ROLES);
  const result = await getCheckBox(actor, { articleId: id });
  if (!result.ok) notFound();
  const { article, box, open } = result.value;
  return (
    <main id="content" className={styles.page}>
      <ArticleLink article={article} />
      <div className={styles.head}>
        <h1>{t("howWeChecked")}</h1>
      </div>
      {box ? (
        <CheckBoxCopies box={box} />
      ) : (
        <p className={styles.empty}>{open === 0 ? t("box.noClaims") : t("box.notReady", { count: open })}</p>
      )}
    </main>
  );
}
