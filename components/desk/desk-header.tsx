"use client";

import { usePathname } from "next/navigation";
import { signOut } from "next-auth/react";
import { ConnectionBanner } from "@/components/live/connection-banner";
import { OtherPersonNotice } from "@/components/live/other-person-notice";
import { type DeskCounts, useDeskCounts } from "@/components/live/use-desk-counts";
import { type Actor, isGuest, roleLabels } from "@/lib/policies/actor";
import styles from "./desk-header.module.css";

/** The bar over every page of the desk. */
export function DeskHeader({ actor, counts }: { actor: Actor; counts: DeskCounts }) {
  const path = usePathname();
  const { waiting, unread } = useDeskCounts(counts);
  const link = (href: string, label: string, count?: number) => (
    <a
      href={href}
      aria-current={
        (href === "/desk" ? path === href || path === "/desk/board" : path.startsWith(href))
          ? "page"
          : undefined
      }
    >
      {label}
      {count !== undefined && count > 0 && <span className={styles.count}> {count}</span>}
    </a>
  );
  return (
    <>
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <header className={styles.header}>
        <a className={styles.brand} href="/desk">
          <span aria-hidden="true">†</span> Obelus
        </a>
        <nav className={styles.nav} aria-label="Desk">
          {isGuest(actor) ? (
            link(`/desk/articles/${actor.articleId}`, "Article")
          ) : (
            <>
              {link("/desk", "Articles")}
              {link("/desk/my-work", "My work")}
              {link("/desk/review", "Review", waiting)}
              {link("/desk/sources", "Sources")}
              {link("/desk/activity", "Activity")}
            </>
          )}
          {link("/desk/notifications", "Notifications", unread)}
          {actor.role === "administrator" && link("/desk/people", "People")}
          {!isGuest(actor) && link("/desk/settings", "Settings")}
        </nav>
        <details className={styles.person}>
          <summary>{actor.name}</summary>
          <div className={styles.menu}>
            <p>
              {actor.email}
              <br />
              {roleLabels[actor.role]}
            </p>
            <a href="/desk/account">Your account</a>
            <a href="/">Reader pages</a>
            <button type="button" onClick={() => signOut({ callbackUrl: "/desk/sign-in" })}>
              Sign out
            </button>
          </div>
        </details>
      </header>
      <ConnectionBanner actorId={actor.id} />
      <OtherPersonNotice actorId={actor.id} />
    </>
  );
}
