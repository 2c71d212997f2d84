import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { NotificationList } from "@/components/notifications/notification-list";
import { PreferenceForm } from "@/components/notifications/preference-form";
import { requireActor } from "@/lib/auth/require-actor";
import { isMailEnabled } from "@/lib/mail/is-mail-enabled";
import { ROLES } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { words } from "@/lib/words/words";
import { listNotifications } from "@/lib/workflows/notifications/notifications";
import { readAction, setPreferenceAction } from "./actions";

interface Props {
  searchParams: Promise<{ after?: string | string[] }>;
}

const t = words("notifications");
const desk = words("desk");

export const metadata: Metadata = { title: t("title") };

/** A person's notifications and their notification settings. */
export default async function NotificationsPage({ searchParams }: Props) {
  const actor = await requireActor("/desk/notifications", ROLES);
  const { after } = await searchParams;
  const cursor = typeof after === "string" ? after : undefined;
  const { items, nextCursor, total, unread, preference } = await listNotifications(actor, { cursor });
  return (
    <main id="content" className={styles.page}>
      <NotificationList items={items} total={total} unread={unread} markRead={readAction} />
      {(nextCursor || cursor) && (
        <nav className={styles.pager} aria-label={desk("pages.title")}>
          {cursor ? <a href="/desk/notifications">{desk("pages.newest")}</a> : <span />}
          {nextCursor && <a href={`/desk/notifications?after=${nextCursor}`}>{desk("pages.older")}</a>}
        </nav>
      )}
      <section className={styles.section} aria-labelledby="preference-title">
        <h2 id="preference-title">{t("settings.title")}</h2>
        <PreferenceForm
          preference={preference}
          sendsMail={isMailEnabled()}
          reviews={can(actor, "approve", "claim").allowed}
          save={setPreferenceAction}
        />
      </section>
    </main>
  );
}
