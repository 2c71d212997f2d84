import type { ReactNode } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import { DAYS, type Days, DEFAULT_DAYS, type GuestView } from "./guest-types";

const NO_CHOICE = { days: DEFAULT_DAYS };

/** One guest: how long they have access, with buttons to extend or end it. */
export function GuestItem({
  guest,
  pending,
  onExtend,
  onRevoke,
}: {
  guest: GuestView;
  pending: boolean;
  /** @returns whether it was done */
  onExtend: (days: Days) => Promise<boolean>;
  onRevoke: () => void;
}) {
  const t = useWords("guests");
  const hidden = (text: ReactNode) => <span className="visually-hidden">{text}</span>;
  const draft = useFormDraft<{ days: Days }>(`guest-days:${guest.id}`, NO_CHOICE, {
    accepts: ({ days: stored }) => DAYS.includes(stored),
  });
  const { days } = draft.value;
  const isOver = guest.state === "expired" || guest.state === "revoked";
  return (
    <li className={`${styles.item} ${styles.stacked}`}>
      <h2>{guest.name}</h2>
      <div className={styles.actions}>
        <select
          aria-label={t("guest.days", { name: guest.name })}
          value={days}
          onChange={(event) =>
            draft.change({ days: DAYS.find((each) => each === Number(event.target.value)) ?? DEFAULT_DAYS })
          }
        >
          {DAYS.map((each) => (
            <option key={each} value={each}>
              {t("invite.days.option", { days: each })}
            </option>
          ))}
        </select>
        <Button
          look="quiet"
          pending={pending}
          onClick={() => onExtend(days).then((isDone) => isDone && draft.forget(NO_CHOICE))}
        >
          {rich(t, isOver ? "guest.renew" : "guest.extend", { name: guest.name, hidden })}
        </Button>
        {(!isOver || guest.kind === "invitation") && (
          <Button look="quiet" pending={pending} onClick={onRevoke}>
            {rich(t, guest.kind === "invitation" ? "guest.withdraw" : "guest.endAccess", {
              name: guest.name,
              hidden,
            })}
          </Button>
        )}
      </div>
      <p className={styles.meta}>
        <span>{guest.email}</span>
        <span>
          <GuestState guest={guest} />
        </span>
        {guest.kind === "access" && (
          <span>
            {guest.lastSignInAt
              ? rich(t, "guest.signedIn", { time: <RelativeTime at={guest.lastSignInAt} /> })
              : t("guest.neverSignedIn")}
          </span>
        )}
      </p>
    </li>
  );
}

function GuestState({ guest: { state, kind, until, revokedAt } }: { guest: GuestView }) {
  const t = useWords("guests");
  if (state === "revoked")
    return rich(t, "state.revoked", { time: <RelativeTime at={revokedAt ?? until} /> });
  const isExpiredInvitation = state === "expired" && kind === "invitation";
  return rich(t, isExpiredInvitation ? "state.expired.invitation" : `state.${state}`, {
    time: <RelativeTime at={until} />,
  });
}
