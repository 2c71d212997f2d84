import { z } from "zod";
import { optional, text } from "@/lib/input-fields";

/** Further fields for a full citation. */
export interface SourceDetails {
  /** The journal, newspaper, book or proceedings that contains the work, where it isn't the publisher. */
  containerTitle: string | null;
  volume: string | null;
  issue: string | null;
  /** As cited: "12-34", "e1021". */
  pages: string | null;
  /** Names of people ("Family, Given") or organisations, as in `Source.authors`. */
  editors: string[];
  translators: string[];
  edition: string | null;
  /** Of a report, law, standard or patent. */
  number: string | null;
  publisherPlace: string | null;
  /** The conference, hearing or event where it was presented. */
  eventTitle: string | null;
  isbn: string | null;
  issn: string | null;
}

export const NO_DETAILS: SourceDetails = {
  containerTitle: null,
  volume: null,
  issue: null,
  pages: null,
  editors: [],
  translators: [],
  edition: null,
  number: null,
  publisherPlace: null,
  eventTitle: null,
  isbn: null,
  issn: null,
};

export type DetailField = keyof SourceDetails;
/** In the order in which forms show them. */
export const DETAIL_FIELDS = Object.keys(NO_DETAILS) as DetailField[];

/** Limits in UTF-16 units; of names, in number. */
export const DETAIL_LIMITS = { container: 500, text: 300, names: 50 } as const;

const names = (label: string, plural: string) =>
  z
    .array(text(label, DETAIL_LIMITS.text))
    .max(DETAIL_LIMITS.names, `A source can have at most ${DETAIL_LIMITS.names} ${plural}. Remove some.`)
    .nullish()
    .transform((value) => (value ?? []).filter(Boolean));

/** The details as entered. Missing ones are empty. */
export const sourceDetails = z.object({
  containerTitle: optional("The title of the journal or book", DETAIL_LIMITS.container),
  volume: optional("The volume", DETAIL_LIMITS.text),
  issue: optional("The issue", DETAIL_LIMITS.text),
  pages: optional("The pages", DETAIL_LIMITS.text),
  editors: names("An editor", "editors"),
  translators: names("A translator", "translators"),
  edition: optional("The edition", DETAIL_LIMITS.text),
  number: optional("The number", DETAIL_LIMITS.text),
  publisherPlace: optional("The place of publication", DETAIL_LIMITS.text),
  eventTitle: optional("The event", DETAIL_LIMITS.text),
  isbn: optional("The ISBN", DETAIL_LIMITS.text),
  issn: optional("The ISSN", DETAIL_LIMITS.text),
}) satisfies z.ZodType<SourceDetails>;

/** The journal or site that a work appeared in, or else its publisher: what lists show after the title. */
export function outletOf({
  details,
  publisher,
}: {
  details: Pick<SourceDetails, "containerTitle">;
  publisher: string | null;
}): string | null {
  return details.containerTitle ?? publisher;
}
