import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleLink } from "@/components/desk/article-link";
import styles from "@/components/desk/desk-page.module.css";
import { GuestsPanel } from "@/components/guests/guests-panel";
import { RefreshOnChange } from "@/components/live/refresh-on-change";
import { requireActor } from "@/lib/auth/require-actor";
import { isMailEnabled } from "@/lib/mail/is-mail-enabled";
import { words } from "@/lib/words/words";
import { listGuests } from "@/lib/workflows/people/list-guests";
import * as actions from "./actions";

const t = words("guests");

export const metadata: Metadata = { title: t("title") };

/** The people from outside the newsroom who review an article. */
export default async function GuestsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireActor(`/desk/articles/${id}/guests`, ["editor", "administrator"]);
  const result = await listGuests(actor, { articleId: id });
  if (!result.ok) notFound();
  const { article, guests } = result.value;
  return (
    <main id="content" className={styles.page}>
      <RefreshOnChange />
      <ArticleLink article={article} />
      <div className={styles.head}>
        <h1>
          {t("title")} <span className={styles.count}>{guests.length}</span>
        </h1>
      </div>
      <p className={styles.hint}>{t("intro")}</p>
      <GuestsPanel
        articleId={article.id}
        guests={guests}
        sendsMail={isMailEnabled()}
        actions={{ ...actions }}
      />
    </main>
  );
}
