import { useReportWords } from "@/components/words/use-report-words";
import type { Report, ReportClaim } from "@/lib/reports/report";
import { ClaimEntry } from "../claim-entry";
import page from "../page.module.css";
import styles from "./claim-entries.module.css";

/** Claims of one group: browsers watch a group of a long list, not each entry, until it is near the window. */
const GROUP_SIZE = 10;

/** The list of all claims with everything published about each. */
export function ClaimEntries({
  report,
  pageHref,
  articleHref,
}: {
  report: Report;
  /** URL of a claim's own page; omitted if claims have none. */
  pageHref?: (number: number) => string;
  /** URL of the page with the sources, if this is another one. */
  articleHref?: string;
}) {
  const { sectionTitles } = useReportWords();
  const entryOf = (claim: ReportClaim) => (
    <ClaimEntry
      key={claim.number}
      report={report}
      claim={claim}
      backHref={`#mark-${claim.number}`}
      {...(pageHref && { pageHref: pageHref(claim.number) })}
      {...(articleHref !== undefined && { articleHref })}
    />
  );
  const { claims } = report;
  return (
    <section aria-labelledby="claims-title">
      <h2 id="claims-title" className={page.listTitle}>
        {sectionTitles.claims}
      </h2>
      <div className={page.entries}>
        {claims.length <= 2 * GROUP_SIZE
          ? claims.map(entryOf)
          : inGroups(claims).map((group) => (
              <div key={group[0]?.number} className={styles.group} data-group="">
                {group.map(entryOf)}
              </div>
            ))}
      </div>
    </section>
  );
}

function inGroups(claims: readonly ReportClaim[]): ReportClaim[][] {
  return Array.from({ length: Math.ceil(claims.length / GROUP_SIZE) }, (_, index) =>
    claims.slice(index * GROUP_SIZE, (index + 1) * GROUP_SIZE),
  );
}
