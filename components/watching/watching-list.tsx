"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { usePartKeys } from "@/components/commands/use-part-keys";
import { useDates } from "@/components/dates/dates-context";
import page from "@/components/desk/desk-page.module.css";
import { useWords } from "@/components/words/use-words";
import { describeFlag } from "@/lib/watching/describe-flag";
import { type Flag, hrefOfFlag } from "@/lib/watching/flag";
import { FlagControls, type OpenPart, offeredParts } from "./flag-controls";
import styles from "./watching.module.css";
import type { FlagActions } from "./watching-actions";

/** What the commands of a row open, while it has the focus. */
const PARTS_BY_COMMAND: Readonly<Record<string, Exclude<OpenPart, null>>> = {
  "watching-confirm": "confirm",
  "watching-reopen": "reopen",
  "watching-change": "change",
};

/** What someone should look at again, resolved by keys or buttons. A resolved row stays away, and the focus moves to the next one. */
export function WatchingList({
  flags,
  empty,
  actions,
}: {
  flags: readonly Flag[];
  /** Shown when nothing is left. */
  empty: string;
  actions: FlagActions;
}) {
  const t = useWords("watching");
  const dates = useDates();
  const commandOf = usePartKeys("watching");
  const [resolved, setResolved] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<{ id: string; part: OpenPart } | null>(null);
  const [announcement, setAnnouncement] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const left = flags.filter(({ id }) => !resolved.has(id));

  const heads = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-flag]") ?? [])];

  function onKeyDown(event: KeyboardEvent<HTMLElement>, flag: Flag, index: number) {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const step = isPlain && { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const part = PARTS_BY_COMMAND[commandOf(event) ?? ""];
    if (step) heads()[index + step]?.focus();
    else if (part && offeredParts(flag).includes(part))
      setOpen(open?.id === flag.id && open.part === part ? null : { id: flag.id, part });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onResolved(flag: Flag, index: number) {
    const next = left[index + 1] ?? left[index - 1];
    const target = next && heads().find(({ dataset }) => dataset.flag === next.id);
    (target ?? document.getElementById("content"))?.focus();
    setOpen(null);
    setResolved(new Set([...resolved, flag.id]));
    setAnnouncement(t("resolved", { what: nameOf(flag, t("article")) }));
  }

  return (
    <>
      <p role="status" className={styles.hint}>
        {announcement}
      </p>
      {left.length === 0 ? (
        <p className={page.empty}>{empty}</p>
      ) : (
        <ul ref={list} className={styles.list} aria-label={t("list")}>
          {left.map((flag, index) => (
            <li key={flag.id} className={styles.row}>
              <a
                className={styles.rowHead}
                href={hrefOfFlag(flag)}
                data-flag={flag.id}
                onKeyDown={(event) => onKeyDown(event, flag, index)}
              >
                <strong>{nameOf(flag, t("article"))}</strong>
              </a>
              <p className={styles.hint}>{describeFlag(flag, dates)}</p>
              <p className={styles.meta}>
                <span className={styles.chip}>{t(`kind.${flag.kind}`)}</span>
                <span>{flag.article.title}</span>
                {flag.owner && <span>{t("ofPerson", { name: flag.owner.name })}</span>}
              </p>
              <FlagControls
                flag={flag}
                what={nameOf(flag, t("article"))}
                actions={actions}
                open={open?.id === flag.id ? open.part : null}
                onOpen={(part) => setOpen(part && { id: flag.id, part })}
                onResolved={() => onResolved(flag, index)}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function nameOf({ claim }: Flag, article: string): string {
  return claim ? `${claim.number}. ${claim.statement}` : article;
}
