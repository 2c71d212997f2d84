"use client";

import { usePathname } from "next/navigation";
import { signOut } from "next-auth/react";
import { useId, useRef, useState } from "react";
import { CommandKey } from "@/components/commands/command-key";
import { useOpenCommands } from "@/components/commands/commands-context";
import { ConnectionBanner } from "@/components/live/connection-banner";
import { OtherPersonNotice } from "@/components/live/other-person-notice";
import { type DeskCounts, useDeskCounts } from "@/components/live/use-desk-counts";
import { StorageNotice } from "@/components/storage/storage-notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useWords } from "@/components/words/use-words";
import { type Actor, isGuest, roleLabels } from "@/lib/policies/actor";
import { formatCount } from "@/lib/words/format-count";
import styles from "./desk-header.module.css";
import { PopupDetails } from "./popup-details";

/** The header of every page of the desk. */
export function DeskHeader({ actor, counts }: { actor: Actor; counts: DeskCounts }) {
  const t = useWords("desk");
  const signIn = useWords("signIn");
  const commands = useWords("commands");
  const open = useOpenCommands();
  const isHydrated = useHydrated();
  const path = usePathname();
  const { waiting, unread, watching, messages } = useDeskCounts(counts);
  const [isListOpen, setListOpen] = useState(false);
  const listButton = useRef<HTMLButtonElement>(null);
  const listId = useId();
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
      {count !== undefined && count > 0 && <span className={styles.count}> {formatCount(count)}</span>}
    </a>
  );
  return (
    <>
      <a className={styles.skip} href="#content">
        {t("skip")}
      </a>
      <header className={styles.header}>
        <a className={styles.brand} href="/desk">
          <span aria-hidden="true">†</span> {t("obelus")}
        </a>
        {/* On narrow screens the pages are listed on demand: in full they would fill three lines. */}
        <button
          ref={listButton}
          type="button"
          className={styles.pages}
          aria-expanded={isListOpen}
          aria-controls={listId}
          disabled={!isHydrated}
          onClick={() => setListOpen(!isListOpen)}
        >
          {t("nav.pages")}
          {waiting + unread > 0 && <span className={styles.count}> {formatCount(waiting + unread)}</span>}
        </button>
        <nav
          id={listId}
          className={isListOpen ? styles.nav : `${styles.nav} ${styles.closed}`}
          aria-label={t("desk")}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || !isListOpen) return;
            setListOpen(false);
            listButton.current?.focus();
          }}
        >
          {isGuest(actor) ? (
            link(`/desk/articles/${actor.articleId}`, t("nav.article"))
          ) : (
            <>
              {link("/desk", t("nav.articles"))}
              {link("/desk/my-work", t("nav.myWork"))}
              {link("/desk/review", t("nav.review"), waiting)}
              {link("/desk/watching", t("nav.watching"), watching)}
              {link("/desk/inbox", t("nav.inbox"), messages)}
              {link("/desk/sources", t("nav.sources"))}
              {link("/desk/claimants", t("nav.claimants"))}
              {link("/desk/activity", t("nav.activity"))}
            </>
          )}
          {link("/desk/notifications", t("nav.notifications"), unread)}
          {actor.role === "administrator" && link("/desk/people", t("nav.people"))}
          {!isGuest(actor) && link("/desk/settings", t("nav.settings"))}
        </nav>
        <button
          type="button"
          className={styles.search}
          disabled={!isHydrated}
          onClick={() => open("palette")}
        >
          {commands("open")} <CommandKey id="palette" keys="mod+k" />
        </button>
        <PopupDetails className={styles.person} summary={actor.name}>
          <div className={styles.menu}>
            <p>
              {actor.email}
              <br />
              {roleLabels[actor.role]}
            </p>
            <a href="/desk/account">{t("nav.account")}</a>
            <a href="/desk/guide">{t("nav.guide")}</a>
            <a href="/">{t("readerPages")}</a>
            <button type="button" onClick={() => open("keys")}>
              {commands("shortcuts.title")}
            </button>
            <button type="button" onClick={() => signOut({ callbackUrl: "/desk/sign-in" })}>
              {signIn("signOut")}
            </button>
          </div>
        </PopupDetails>
      </header>
      <StorageNotice />
      <ConnectionBanner actorId={actor.id} />
      <OtherPersonNotice actorId={actor.id} />
    </>
  );
}
