import type { Metadata } from "next";
import { notFound } from "next/navigation";
import styles from "@/components/desk/desk-page.module.css";
import { GuestsPanel } from "@/components/guests/guests-panel";
import { RefreshOnChange } from "@/components/live/refresh-on-change";
import { requireActor } from "@/lib/auth/require-actor";
import { isMailEnabled } from "@/lib/mail/is-mail-enabled";
import { listGuests } from "@/lib/workflows/people/list-guests";
import * as actions from "./actions";

export const metadata: Metadata = { title: "Guest reviewers" };

/** Who from outside the newsroom is asked to look at an article. */
export default async function GuestsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireActor(`/desk/articles/${id}/guests`, ["editor", "administrator"]);
  const result = await listGuests(actor, { articleId: id });
  if (!result.ok) notFound();
  const { article, guests } = result.value;
  return (
    <main id="content" className={styles.page}>
      <RefreshOnChange />
      <p>
        <a href={`/desk/articles/${article.id}`}>← {article.title}</a>
      </p>
      <div className={styles.head}>
        <h1>
          Guest reviewers <span className={styles.count}>{guests.length}</span>
        </h1>
      </div>
      <p className={styles.hint}>
        A guest reads this article, its claims, their sources and every comment, and nothing else of the desk.
        They comment, vote, and may return what is in review. Of a confidential source they are told what
        readers are told.
      </p>
      <GuestsPanel
        articleId={article.id}
        guests={guests}
        sendsMail={isMailEnabled()}
        actions={{ ...actions }}
      />
    </main>
  );
}
