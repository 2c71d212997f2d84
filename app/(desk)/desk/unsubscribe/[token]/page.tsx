import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { UnsubscribeForm } from "@/components/notifications/unsubscribe-form";
import { words } from "@/lib/words/words";
import { findUnsubscribe } from "@/lib/workflows/notifications/unsubscribe";
import { unsubscribeAction } from "./actions";

interface Props {
  params: Promise<{ token: string }>;
}

const t = words("notifications");

export const metadata: Metadata = {
  title: t("unsubscribe.title"),
  robots: "noindex",
  referrer: "no-referrer",
};

/** The link in each mail leads here: mail can be turned off without signing in. Opening the page changes nothing. */
export default async function UnsubscribePage({ params }: Props) {
  const { token } = await params;
  const found = await findUnsubscribe(decodeURIComponent(token));
  return (
    <main id="content" className={styles.narrow}>
      <h1>{t("unsubscribe.title")}</h1>
      {found.ok ? (
        <UnsubscribeForm
          token={token}
          email={found.value.email}
          isOn={found.value.mail}
          turnOff={unsubscribeAction}
        />
      ) : (
        <p>{found.error.message}</p>
      )}
    </main>
  );
}
