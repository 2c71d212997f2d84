import type { z } from "zod";
import type { Snapshot } from "@/lib/db/snapshots";
import type { SourceRecord } from "@/lib/db/sources";
import type { Source } from "@/lib/sources/source";
import type { SourceOverview } from "@/lib/workflows/sources/get-source";
import type { citedSourceSchema, snapshotSchema, sourceDetailsSchema, sourceSchema } from "../schemas/source";

function presentDetails({ details }: Source): z.output<typeof citedSourceSchema>["details"] {
  const { containerTitle, volume, issue, pages, editors, translators } = details;
  const { edition, number, publisherPlace, eventTitle, isbn, issn } = details;
  return {
    ...{ containerTitle, volume, issue, pages, editors, translators },
    ...{ edition, number, publisherPlace, eventTitle, isbn, issn },
  };
}

export function presentCitedSource(source: Source): z.output<typeof citedSourceSchema> {
  return {
    id: source.id,
    url: source.url,
    doi: source.doi,
    title: source.title,
    authors: source.authors,
    publisher: source.publisher,
    details: presentDetails(source),
    publishedAt: source.publishedOn,
    language: source.language,
    kind: source.kind,
    primary: source.primary,
    confidential: source.confidential,
    publicDescription: source.publicDescription,
    archiveUrl: source.archiveUrl,
    keptAt: source.keptAt,
    linkState: source.linkState,
  };
}

export function presentSource(source: SourceRecord): z.output<typeof sourceSchema> {
  return { ...presentCitedSource(source), revision: source.revision };
}

export function presentSnapshot(snapshot: Snapshot): z.output<typeof snapshotSchema> {
  const { id, url, takenAt, title, mediaType, bodyHash } = snapshot;
  return { id, url, takenAt, title, mediaType, bodyHash };
}

export function presentSourceDetails(details: SourceOverview): z.output<typeof sourceDetailsSchema> {
  return {
    ...presentSource(details.source),
    csl: details.source.csl,
    snapshots: details.snapshots.map(presentSnapshot),
    uses: details.uses.map(({ claimId, articleId, statement, stance }) => ({
      claimId,
      articleId,
      statement,
      stance,
    })),
  };
}
