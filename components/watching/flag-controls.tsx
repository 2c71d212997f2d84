"use client";

import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import type { Flag } from "@/lib/watching/flag";
import { FlagNoteForm } from "./flag-note-form";
import { PageChange } from "./page-change";
import styles from "./watching.module.css";
import type { FlagActions } from "./watching-actions";

/** What can be open below a flag. */
export type OpenPart = "confirm" | "reopen" | "change" | null;

/** What a flag can open by key or button: its differences only with two copies, reopening only for a claim. */
export function offeredParts({ kind, claim }: Flag): Exclude<OpenPart, null>[] {
  const isOfPage = kind === "page_changed" || kind === "excerpt_gone";
  return [
    "confirm",
    ...(claim && kind !== "idle" ? (["reopen"] as const) : []),
    ...(isOfPage ? (["change"] as const) : []),
  ];
}

/** The buttons of a flag and what they open. */
export function FlagControls({
  flag,
  what,
  actions,
  open,
  onOpen,
  onResolved,
  children,
}: {
  flag: Flag;
  /** The claim or article, as messages name it. */
  what: string;
  actions: FlagActions;
  open: OpenPart;
  onOpen: (part: OpenPart) => void;
  onResolved: () => void;
  /** Further buttons. */
  children?: ReactNode;
}) {
  const t = useWords("watching");
  const offered = offeredParts(flag);
  const buttons = useRef<HTMLDivElement>(null);
  useFocusWhenClosed(open, buttons);
  return (
    <>
      <div ref={buttons} className={styles.actions}>
        {(open === null || open === "change") && (
          <>
            <Button data-part="confirm" onClick={() => onOpen("confirm")}>
              {t(flag.kind === "idle" ? "stillWorking" : "stillRight")}
            </Button>
            {children}
            {offered.includes("reopen") && (
              <Button data-part="reopen" look="quiet" onClick={() => onOpen("reopen")}>
                {t("reopen")}
              </Button>
            )}
          </>
        )}
        {offered.includes("change") && (
          <Button
            data-part="change"
            look="quiet"
            aria-expanded={open === "change"}
            onClick={() => onOpen(open === "change" ? null : "change")}
          >
            {t(open === "change" ? "hideChange" : "showChange")}
          </Button>
        )}
      </div>
      {open === "change" && <PageChange flagId={flag.id} />}
      {(open === "confirm" || open === "reopen") && (
        <FlagNoteForm
          key={open}
          flag={flag}
          how={open}
          title={t(open === "confirm" ? "confirm.title" : "reopen.title", { what })}
          actions={actions}
          onDone={onResolved}
          onCancel={() => onOpen(null)}
        />
      )}
    </>
  );
}

/** Returns the focus to the button that opened a part, when it closes with the focus inside. */
function useFocusWhenClosed(open: OpenPart, buttons: RefObject<HTMLElement | null>): void {
  const last = useRef<OpenPart>(null);
  useEffect(() => {
    const closed = last.current;
    last.current = open;
    if (closed === null || open !== null) return;
    if (document.activeElement === document.body || document.activeElement === null)
      buttons.current?.querySelector<HTMLElement>(`[data-part="${closed}"]`)?.focus();
  }, [open, buttons]);
}
