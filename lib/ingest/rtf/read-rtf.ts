import { blockMarkup, pageMarkup } from "../office/block-markup";
import { type OfficeArticle, ownAuthors, ownTitle } from "../office/office-article";
import { OfficeReport } from "../office/office-report";
import { RtfReader } from "./rtf-reader";
import { rtfTokens } from "./rtf-tokens";

/** Reads an RTF file: the text as Word shows it with all changes accepted, followed by its notes. @throws TooLarge */
export function readRtf(bytes: Uint8Array): OfficeArticle {
  const report = new OfficeReport();
  const reader = new RtfReader(report);
  const tokens = rtfTokens(Buffer.from(bytes).toString("latin1"));
  let { value: token } = tokens.next();
  while (token) {
    const { value: next } = tokens.next();
    reader.read(token, next ?? undefined);
    token = next;
  }
  const blocks = [...reader.end(), ...reader.notes];
  return {
    value: pageMarkup(blockMarkup(blocks), undefined),
    kind: "rtf",
    labels: [...reader.labels],
    title: ownTitle(reader.title.text),
    byline: ownAuthors(reader.author.text),
    notes: report.notes({ headers: reader.hasHeaders }),
  };
}
