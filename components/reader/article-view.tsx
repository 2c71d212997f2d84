import type { ReactNode } from "react";
import { useWords } from "@/components/words/use-words";
import type { Report } from "@/lib/reports/report";
import { ClaimCards } from "./claim-cards";
import { ClaimTools } from "./claim-tools";
import { ClaimEntries } from "./claims/claim-entries";
import { Finding } from "./finding";
import { MarkedText } from "./marked-text";
import styles from "./page.module.css";
import {
  CorrectionNotices,
  Method,
  Origin,
  RatingSummary,
  Redactions,
  Signers,
  Sources,
} from "./report-parts";
import { useOwnLanguage } from "./use-own-language";

/** A published article with its marks and findings. */
export function ArticleView({
  report,
  imageHosts,
  claimHref,
  head,
  foot,
}: {
  report: Report;
  /** Hosts whose images are shown. */
  imageHosts: readonly string[];
  /** URL of a claim's own page; omitted if claims have none. */
  claimHref?: (number: number) => string;
  /** Below the origin of the article. */
  head: ReactNode;
  /** At the end of the page. */
  foot: ReactNode;
}) {
  const own = useOwnLanguage();
  const t = useWords("reader");
  return (
    <main id="content" className={styles.page}>
      <div className={styles.column}>
        <p className={styles.kicker}>{t("article.kicker")}</p>
        <h1 className={styles.title} {...own(report.article.title, report.article.language)}>
          {report.article.title}
        </h1>
        <Origin report={report} />
        {head}
        <CorrectionNotices report={report} />
        <Finding report={report} />
        <RatingSummary report={report} />
        <p className={styles.hint}>{t("article.hint")}</p>
        {report.claims.length > 0 && (
          <a className={styles.skip} href="#claims-title">
            {t("site.skip-text")}
          </a>
        )}
        <ClaimTools report={report} />
        <MarkedText report={report} imageHosts={imageHosts} />
        <ClaimEntries report={report} {...(claimHref && { pageHref: claimHref })} />
        <Sources report={report} />
        <Method report={report} />
        <Signers report={report} />
        {foot}
        <Redactions report={report} />
      </div>
      <ClaimCards report={report} />
    </main>
  );
}
