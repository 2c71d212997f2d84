"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { attempt } from "@/components/ui/attempt";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { GuestItem } from "./guest-item";
import type { GuestActions, GuestView } from "./guest-types";
import { InviteGuestForm } from "./invite-guest-form";

/** The guests of an article, and the form that invites another. */
export function GuestsPanel({
  articleId,
  guests,
  sendsMail,
  actions,
}: {
  articleId: string;
  guests: GuestView[];
  sendsMail: boolean;
  actions: GuestActions;
}) {
  const t = useWords("guests");
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [pendingId, setPendingId] = useState<string | null>(null);

  async function run(id: string, call: () => Promise<Result<unknown, Failure>>) {
    setPendingId(id);
    const result = await attempt(call);
    setPendingId(null);
    setFailure(result.ok ? null : result.error.message);
    router.refresh();
    return result.ok;
  }

  return (
    <>
      {failure && <Notice tone="failure">{failure}</Notice>}
      {guests.length === 0 ? (
        <p className={styles.empty}>{t("empty")}</p>
      ) : (
        <ul className={styles.list} aria-label={t("title")}>
          {guests.map((guest) => (
            <GuestItem
              key={guest.id}
              guest={guest}
              pending={pendingId === guest.id}
              onExtend={(days) =>
                run(guest.id, () => actions.extendGuest({ articleId, id: guest.id, kind: guest.kind, days }))
              }
              onRevoke={() =>
                run(guest.id, () => actions.revokeGuest({ articleId, id: guest.id, kind: guest.kind }))
              }
            />
          ))}
        </ul>
      )}
      <InviteGuestForm articleId={articleId} sendsMail={sendsMail} invite={actions.inviteGuest} />
    </>
  );
}
