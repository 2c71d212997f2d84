import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import styles from "./version-list.module.css";
import type { VersionListItem, VersionOrigin } from "./version-types";

const origins: Record<VersionOrigin, string> = {
  imported: "Imported",
  replaced: "Replaced",
  edited: "Edited",
};

/** The versions of a text as a form in which two are chosen. It works without scripts. */
export function VersionList({
  versions,
  compared,
}: {
  versions: readonly VersionListItem[];
  compared: { from: number; to: number } | null;
}) {
  return (
    <form method="get" aria-label="Compare two versions">
      <div className={styles.scroll}>
        <table className={styles.list}>
          <thead>
            <tr>
              <th scope="col">Version</th>
              {compared && (
                <>
                  <th scope="col">From</th>
                  <th scope="col">To</th>
                </>
              )}
              <th scope="col">By</th>
              <th scope="col">Characters</th>
              <th scope="col">Claims</th>
              {compared && (
                <th scope="col">
                  <span className="visually-hidden">Restore</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <tr key={version.id}>
                <th scope="row">
                  {version.number}, {origins[version.origin].toLowerCase()}{" "}
                  <RelativeTime at={version.createdAt} />
                </th>
                {compared &&
                  (["from", "to"] as const).map((side) => (
                    <td key={side}>
                      <input
                        type="radio"
                        name={side}
                        value={version.number}
                        defaultChecked={version.number === compared[side]}
                        aria-label={`${side === "from" ? "From" : "To"} version ${version.number}`}
                      />
                    </td>
                  ))}
                <td>{version.createdBy.name}</td>
                <td className={styles.number}>{version.length.toLocaleString("en")}</td>
                <td>{outcomeWords(version.outcomes)}</td>
                {compared && (
                  <td>
                    {version !== versions[0] && (
                      <a className={styles.number} href={`?restore=${version.number}`}>
                        Restore<span className="visually-hidden"> version {version.number}</span> …
                      </a>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {compared && <Button type="submit">Compare</Button>}
    </form>
  );
}

/** How the claims came into a version, in words; the waiting ones are named. */
function outcomeWords(outcomes: VersionListItem["outcomes"]): string {
  const all = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  const waiting = (outcomes.changed ?? 0) + (outcomes.orphaned ?? 0);
  if (all === 0) return "none";
  return waiting === 0 ? String(all) : `${all}, of which ${waiting} ${waiting === 1 ? "waits" : "wait"}`;
}
