import { type ICommentOptions, Paragraph, TextRun } from "docx";
import { directionOf, directionOfText } from "@/lib/document/direction";
import { findRating } from "../../claims/find-rating";
import type { Report, ReportClaim } from "../../report";
import type { ReportWords } from "../../report-words";
import { isolated } from "../../text-language";
import { docxDirection } from "./docx-direction";

/** The comments of a Word file: one per claim on its words, with the corrections of the claim as replies. */
export interface ClaimComments {
  /** Opens the range of a claim's comment. @returns the comment's id; null for a claim that the Report does not have */
  begin: (claim: number) => number | null;
  /** Closes it. @returns null if the range is not open */
  end: (claim: number) => number | null;
  /** Those whose range was closed, with their replies. */
  closed: () => ICommentOptions[];
}

export function claimComments(report: Report, words: ReportWords): ClaimComments {
  const claims = new Map(report.claims.map((claim) => [claim.number, claim]));
  const ids = new Map<number, number>();
  const open = new Set<number>();
  const written: ICommentOptions[] = [];
  let next = 0;
  const around = directionOf(words.language);
  const own = (text: string) => directionOfText(text) ?? around;

  function write(claim: ReportClaim, id: number): void {
    written.push({
      id,
      author: claim.verdictBy,
      initials: ownSign(claim),
      date: new Date(claim.verdictAt),
      children: [
        line(words.claimTitle(claim.number, findRating(report, claim).label), around, { bold: true }),
        line(claim.statement, own(claim.statement)),
        ...claim.rationaleText
          .split("\n")
          .filter(Boolean)
          .map((each) => line(each, own(each))),
        line(words.describeSignature(claim), around),
      ],
    });
    for (const notice of words.correctionNotices(report.corrections)) {
      if (notice.claim !== claim.number) continue;
      const author = report.organisation?.name ?? report.publication.publishedBy;
      written.push({
        id: next++,
        parentId: id,
        author,
        initials: ownSign(claim),
        date: new Date(notice.madeAt),
        children: [
          line(words.correctionTitle(notice), around, { bold: true }),
          line(words.marks.sentences([notice.changes, isolated(notice.note, words.language)]), around),
        ],
      });
    }
  }

  return {
    begin(number) {
      const claim = claims.get(number);
      if (!claim || ids.has(number)) return null;
      const id = next++;
      ids.set(number, id);
      open.add(number);
      return id;
    },
    end(number) {
      const [claim, id] = [claims.get(number), ids.get(number)];
      if (!claim || id === undefined || !open.delete(number)) return null;
      write(claim, id);
      return id;
    },
    closed: () => written,
  };
}

function line(text: string, direction: "ltr" | "rtl", format: { bold?: true } = {}): Paragraph {
  const { bidirectional, rightToLeft } = docxDirection(direction);
  return new Paragraph({ ...bidirectional, children: [new TextRun({ ...format, text, ...rightToLeft })] });
}

/** Tells our own comments from those of others when the file comes back: see lib/claim-imports/word-comment.ts. */
function ownSign({ number }: ReportClaim): string {
  return `†${number}`;
}
