import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { UnsubscribeForm } from "@/components/notifications/unsubscribe-form";
import { findUnsubscribe } from "@/lib/workflows/notifications/unsubscribe";
import { turnMailOffAction } from "./actions";

interface Props {
  params: Promise<{ token: string }>;
}

export const metadata: Metadata = { title: "Mail of the desk", robots: "noindex", referrer: "no-referrer" };

/** Where a link in each mail leads: mail is turned off here without signing in. Looking at the page changes nothing. */
export default async function MailOffPage({ params }: Props) {
  const { token } = await params;
  const found = await findUnsubscribe(decodeURIComponent(token));
  return (
    <main id="content" className={styles.narrow}>
      <h1>Mail of the desk</h1>
      {found.ok ? (
        <UnsubscribeForm
          token={token}
          email={found.value.email}
          isOn={found.value.mail}
          turnOff={turnMailOffAction}
        />
      ) : (
        <p>{found.error.message}</p>
      )}
    </main>
  );
}
