import { deskRead } from "@/components/reads/read-desk";
import type { SourceLookup } from "./lookup-actions";
import type { SuggestSources } from "./source-combobox";

/** What the desk knows and finds out about sources. */
export const sourceReads: SourceLookup & { suggestSources: SuggestSources } = {
  suggestSources: deskRead("sources"),
  describeAddress: deskRead("page-description"),
  readCitations: deskRead("citations"),
  findKnownSource: deskRead("known-source"),
  checkExcerpt: deskRead("excerpt"),
  readCopy: deskRead("copy-text"),
  checkSourceCopy: deskRead("copy-state"),
};
