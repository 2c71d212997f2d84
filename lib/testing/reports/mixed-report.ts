import type { Report } from "@/lib/reports/report";
import {
  paragraph,
  reportClaim,
  reportClaimant,
  reportCorrection,
  reportEvidence,
  reportSource,
  run,
  smallReport,
} from "./small-report";

/** "Trade between the two countries doubled in 2024 (according to Reuters)." */
export const ARABIC = "تضاعفت التجارة بين البلدين في عام 2024 (وفق Reuters).";
export const ENGLISH = "Customs figures show a rise of 12%.";

/**
 * A report with fields in Arabic and in English: an English article with an Arabic statement and reason, or an Arabic one with an English
 * statement and reason. Names and sources are mixed in both.
 */
export function mixedReport(language: "en" | "ar"): Report {
  const isArabic = language === "ar";
  const [own, other] = isArabic ? [ARABIC, ENGLISH] : [ENGLISH, ARABIC];
  const claim = reportClaim({
    quote: own,
    end: own.length,
    suffix: "",
    statement: other,
    claimant: reportClaimant("وزارة التجارة"),
    claimedOn: "2024-05-17",
    rationale: [paragraph(other), paragraph(own)],
    rationaleText: `${other}\n${own}`,
    verdictBy: "Ada",
    approvedBy: ["نور"],
    evidence: [
      reportEvidence({ excerpt: ARABIC, note: ENGLISH }),
      reportEvidence({ source: 2, stance: "refutes", excerpt: ENGLISH, note: ARABIC }),
    ],
  });
  return smallReport({
    article: {
      title: isArabic ? "التجارة تتضاعف" : "Trade doubles",
      byline: isArabic ? "محمد" : "Ida",
      publisher: isArabic ? "Gazette" : "الجريدة",
      language,
      direction: isArabic ? "rtl" : "ltr",
      blocks: [{ type: "paragraph", runs: [run(own, { claims: [1], starts: [1], ends: [1] })] }],
    },
    summary: { total: 1, counts: [{ ratingKey: "false", count: 1 }] },
    claims: [claim],
    sources: [
      reportSource({ title: "تقرير", publisher: "Treasury" }),
      reportSource({ number: 2, title: "Budget", publisher: "وزارة المالية", authors: ["نور"] }),
      reportSource({ number: 3, title: null, confidential: true }),
    ],
    corrections: [reportCorrection({ field: "statement", from: ARABIC, to: ENGLISH, note: ARABIC })],
  });
}
