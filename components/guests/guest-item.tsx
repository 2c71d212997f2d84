import { useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { type Days, type GuestView, STAYS, USUAL_STAY } from "./guest-types";

/** One guest: until when they may see the article, and longer or no longer. */
export function GuestItem({
  guest,
  pending,
  onExtend,
  onRevoke,
}: {
  guest: GuestView;
  pending: boolean;
  onExtend: (days: Days) => void;
  onRevoke: () => void;
}) {
  const [days, setDays] = useState<Days>(USUAL_STAY);
  const isOver = guest.state === "expired" || guest.state === "revoked";
  return (
    <li className={`${styles.item} ${styles.stacked}`}>
      <h2>{guest.name}</h2>
      <div className={styles.actions}>
        <select
          aria-label={`How long for ${guest.name}`}
          value={days}
          onChange={(event) =>
            setDays(STAYS.find((each) => each.days === Number(event.target.value))?.days ?? USUAL_STAY)
          }
        >
          {STAYS.map((stay) => (
            <option key={stay.days} value={stay.days}>
              {stay.label}
            </option>
          ))}
        </select>
        <Button look="quiet" pending={pending} onClick={() => onExtend(days)}>
          {isOver ? "Let in again" : "Extend"}
          <span className="visually-hidden"> {guest.name}</span>
        </Button>
        {(!isOver || guest.kind === "invitation") && (
          <Button look="quiet" pending={pending} onClick={onRevoke}>
            {guest.kind === "invitation" ? "Withdraw" : "End access"}
            <span className="visually-hidden"> of {guest.name}</span>
          </Button>
        )}
      </div>
      <p className={styles.meta}>
        <span>{guest.email}</span>
        <span>{stateWords(guest)}</span>
        {guest.kind === "access" && (
          <span>
            {guest.lastSignInAt ? (
              <>
                signed in <RelativeTime at={guest.lastSignInAt} />
              </>
            ) : (
              "never signed in"
            )}
          </span>
        )}
      </p>
    </li>
  );
}

function stateWords({ state, kind, until, revokedAt }: GuestView) {
  switch (state) {
    case "invited":
      return (
        <>
          invited; link and access end <RelativeTime at={until} />
        </>
      );
    case "open":
      return (
        <>
          access ends <RelativeTime at={until} />
        </>
      );
    case "expired":
      return (
        <>
          {kind === "invitation" ? "the invitation expired" : "access ended"} <RelativeTime at={until} />
        </>
      );
    case "revoked":
      return (
        <>
          access was ended <RelativeTime at={revokedAt ?? until} />
        </>
      );
  }
}
