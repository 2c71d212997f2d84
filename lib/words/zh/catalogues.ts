import type { PublicCatalogues } from "../public-words";
import archive from "./archive.json" with { type: "json" };
import digests from "./digests.json" with { type: "json" };
import mailTexts from "./mail-texts.json" with { type: "json" };
import mails from "./mails.json" with { type: "json" };
import marks from "./marks.json" with { type: "json" };
import reader from "./reader.json" with { type: "json" };
import report from "./report.json" with { type: "json" };
import reportTables from "./report-tables.json" with { type: "json" };
import scale from "./scale.json" with { type: "json" };
import server from "./server.json" with { type: "json" };
import sharing from "./sharing.json" with { type: "json" };
import sitePages from "./site-pages.json" with { type: "json" };

/** Chinese in simplified characters: what readers see. */
export const zh: PublicCatalogues = {
  archive,
  digests,
  mailTexts,
  mails,
  marks,
  reader,
  report,
  reportTables,
  scale,
  server,
  sharing,
  sitePages,
};
