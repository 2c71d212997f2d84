import { bareOrganisation } from "@/lib/organisation";
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

/**
 * A report in which everything that a newsroom or an author wrote is in Greek letters, so that all others are words of the product. It has
 * one of everything that a page can show.
 * @param language BCP 47, that the article says it is in
 */
export function greekReport(language: string): Report {
  const words = "Οι εξαγωγές διπλασιάστηκαν";
  return smallReport({
    article: {
      title: "Εμπόριο",
      byline: "Μαρία",
      publisher: "Εφημερίδα",
      publishedOn: "2024-05-17",
      sourceUrl: "https://news.example/",
      language,
      direction: language === "ar" ? "rtl" : "ltr",
      blocks: [
        { type: "paragraph", runs: [run(words, { claims: [1], starts: [1], ends: [1] }), run(" φέτος.")] },
        { type: "table", rows: [[{ header: false, columns: 1, rows: 1, blocks: [paragraph("Πίνακας")] }]] },
        { type: "figure", pictures: [{ src: "https://img.example/a.jpg", alt: "Λιμάνι" }], caption: [] },
      ],
    },
    organisation: {
      ...bareOrganisation("Σύνταξη", "https://org.example/"),
      ...{ legalName: "Σύνταξη ΑΕ", address: "Αθήνα", funding: "Αναγνώστες", email: "a@org.example" },
      licence: "CC-BY-4.0",
      policies: {
        ethicsUrl: "https://org.example/1",
        correctionsUrl: "https://org.example/2",
        methodUrl: "https://org.example/3",
      },
    },
    summary: {
      total: 2,
      counts: [
        { ratingKey: "false", count: 1 },
        { ratingKey: "true", count: 1 },
      ],
    },
    claims: [
      reportClaim({
        quote: words,
        end: words.length,
        suffix: " φέτος.",
        statement: "Το εμπόριο διπλασιάστηκε",
        claimant: reportClaimant("Νίκος", { role: "υπουργός" }),
        carriedBy: "Κανάλι",
        claimedOn: "2024-05-17",
        tags: ["Οικονομία"],
        rationale: [paragraph("Δεν ισχύει")],
        rationaleText: "Δεν ισχύει",
        verdictBy: "Άννα",
        approvedBy: ["Ελένη", "Σοφία"],
        evidence: [
          reportEvidence({
            excerpt: "Απόσπασμα",
            note: "Σημείωση",
            accessedOn: "2024-06-01",
            archiveUrl: "https://a.example/",
          }),
          reportEvidence({ id: "evidence-2", source: 2, stance: "refutes" }),
          reportEvidence({ id: "evidence-3", source: 3, stance: "context" }),
        ],
      }),
      reportClaim({
        id: "claim-2",
        number: 2,
        position: 2,
        quote: "φέτος",
        start: words.length + 1,
        end: words.length + 6,
        statement: "Φέτος",
        claimant: reportClaimant("Πέτρος"),
        kind: "number",
        ratingKey: "true",
        rationale: [paragraph("Ισχύει")],
        rationaleText: "Ισχύει",
        verdictBy: "Άννα",
      }),
    ],
    sources: [
      reportSource({
        title: "Έκθεση",
        publisher: "Υπουργείο",
        publishedOn: "2024-01",
        url: "https://s.example/",
        archiveUrl: "https://a.example/",
        primary: true,
        keptAt: "2024-06-02T00:00:00Z",
        authors: ["Κώστας"],
        citation: {
          editors: ["Γιώργος"],
          translators: ["Δήμητρα"],
          edition: "β",
          volume: "3",
          issue: "4",
          number: "5",
          pages: "6-7",
          isbn: "978-3-16-148410-0",
          doi: "10.1000/182",
        },
      }),
      reportSource({
        number: 2,
        title: "Σελίδα",
        gone: true,
        url: "https://s.example/2",
        archiveUrl: "https://a.example/2",
      }),
      reportSource({ number: 3, title: null, confidential: true, kind: "interview" }),
    ],
    signers: [
      { role: "checked", person: 1, name: "Άννα", claims: [1, 2], at: "2026-01-02T08:00:00Z" },
      { role: "approved", person: 2, name: "Ελένη", claims: [1], at: "2026-01-02T09:00:00Z" },
      { role: "published", person: 3, name: "Σοφία", claims: [], at: "2026-01-03T04:05:06Z" },
    ],
    corrections: [reportCorrection({ note: "Νέα μέτρηση" })],
    redactions: [{ number: 1, reason: "Προστασία", at: "2026-05-17T10:00:00Z" }],
  });
}
