import { claimantPath } from "@/lib/archive/claimant-address";
import type { ArchiveEntry, ArchiveGroup } from "@/lib/archive/public-claim";
import { OwnText } from "../own-text";
import { SignedRating } from "../signed-rating";
import styles from "./archive.module.css";
import { Count } from "./count";

/** Topics, claimants, publishers or ratings, with how much there is of each. */
export function EntryList({ group, entries }: { group: ArchiveGroup; entries: readonly ArchiveEntry[] }) {
  return (
    <ul className={styles.entries}>
      {entries.map((entry) => (
        <li key={entry.key}>
          <a href={entryPath(group, entry)}>
            {entry.rating ? (
              <SignedRating rating={entry.rating} size="small" />
            ) : (
              <OwnText>{entry.label}</OwnText>
            )}
          </a>{" "}
          <Count count={entry.count} />
        </li>
      ))}
    </ul>
  );
}

function entryPath(group: ArchiveGroup, { key, label }: ArchiveEntry): string {
  return group === "claimants"
    ? claimantPath({ id: key, name: label })
    : `/archive/${group}/${encodeURIComponent(key)}`;
}
