import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { words } from "@/lib/words/words";
import styles from "./version-list.module.css";
import type { VersionListItem } from "./version-types";

/** The versions of a text, as a form that compares two of them. It works without scripts. */
export function VersionList({
  versions,
  compared,
}: {
  versions: readonly VersionListItem[];
  compared: { from: number; to: number } | null;
}) {
  const t = words("versions");
  return (
    <form method="get" aria-label={t("list.label")}>
      <div className={styles.scroll}>
        <table className={styles.list}>
          <thead>
            <tr>
              <th scope="col">{t("list.version")}</th>
              {compared && (
                <>
                  <th scope="col">{t("list.from")}</th>
                  <th scope="col">{t("list.to")}</th>
                </>
              )}
              <th scope="col">{t("list.by")}</th>
              <th scope="col">{t("list.characters")}</th>
              <th scope="col">{t("list.claims")}</th>
              {compared && (
                <th scope="col">
                  <span className="visually-hidden">{t("list.restore")}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <tr key={version.id}>
                <th scope="row">
                  {rich(t, `origin.${version.origin}`, {
                    number: version.number,
                    time: <RelativeTime at={version.createdAt} />,
                  })}
                </th>
                {compared &&
                  (["from", "to"] as const).map((side) => (
                    <td key={side}>
                      <input
                        type="radio"
                        name={side}
                        value={version.number}
                        defaultChecked={version.number === compared[side]}
                        aria-label={t(`list.${side}.version`, { number: version.number })}
                      />
                    </td>
                  ))}
                <td>{version.createdBy.name}</td>
                <td className={styles.number}>{version.length.toLocaleString("en")}</td>
                <td>{describeOutcomes(version.outcomes)}</td>
                {compared && (
                  <td>
                    {version !== versions[0] && (
                      <a className={styles.number} href={`?restore=${version.number}`}>
                        {rich(t, "list.restore.version", {
                          number: version.number,
                          hidden: (text) => <span className="visually-hidden">{text}</span>,
                        })}
                      </a>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {compared && <Button type="submit">{t("list.compare")}</Button>}
    </form>
  );
}

/** How many claims a version has, and how many of them need checking. */
function describeOutcomes(outcomes: VersionListItem["outcomes"]): string {
  const all = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  return words("versions")("claims", { all, checking: (outcomes.changed ?? 0) + (outcomes.orphaned ?? 0) });
}
