import { createHash } from "node:crypto";
import type { z } from "zod";
import { type Claim, needsChecking } from "@/lib/claims/claim";
import { env } from "@/lib/env";
import {
  ANNOTATION_CONTEXT,
  type ClaimAnnotation,
  claimAnnotation,
} from "@/lib/reports/renderers/annotations/claim-annotation";
import { codePointOffsetsIn } from "@/lib/reports/renderers/annotations/code-points";
import type { AnnotatedArticle } from "@/lib/workflows/annotations/read-annotated-claims";
import type { annotationContainerSchema, annotationSchema } from "../schemas/annotation";
import { readerAddress } from "./present-article";

const LDP_CONTEXT = "http://www.w3.org/ns/ldp.jsonld";

/** Annotations on one page of a container. */
export const ANNOTATIONS_PER_PAGE = 100;

/** Links of a container (Web Annotation Protocol, section 4.1). */
export const CONTAINER_LINKS = [
  '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"',
  '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
].join(", ");

/** Links of an annotation (section 3.1). */
export const ANNOTATION_LINKS = '<http://www.w3.org/ns/ldp#Resource>; rel="type"';

/** Address of an article's container. The protocol requires the slash at its end. */
export function containerAddress(articleId: string): string {
  return `${env().publicUrl}/api/v1/articles/${articleId}/annotations/`;
}

/** The addresses that annotations of an article can have as their source. */
export function annotatedAddresses({ article }: Pick<AnnotatedArticle, "article">): string[] {
  return [
    readerAddress(article.slug),
    `${env().publicUrl}/api/v1/articles/${article.id}`,
    ...(article.sourceUrl === null ? [] : [article.sourceUrl]),
  ];
}

function annotationsOf(details: AnnotatedArticle): (claim: Claim) => ClaimAnnotation {
  const { article, text, ratings } = details;
  const offsets = codePointOffsetsIn(text);
  const labels = new Map(ratings.map(({ key, label }) => [key, label]));
  return (claim) => {
    const { anchor, verdict } = claim;
    return claimAnnotation(
      {
        id: `${containerAddress(article.id)}${claim.id}`,
        source: readerAddress(article.slug),
        number: claim.number,
        created: claim.createdAt,
        modified: claim.updatedAt,
        creator: (verdict?.givenBy ?? claim.createdBy).name,
        rating: verdict && (labels.get(verdict.ratingKey) ?? verdict.ratingKey),
        statement: claim.statement,
        rationaleText: verdict?.rationaleText ?? "",
        tags: claim.tags,
        addresses: claim.evidence.flatMap(({ source }) => publicAddressOf(source) ?? []),
        quote: anchor.exact,
        prefix: anchor.prefix,
        suffix: anchor.suffix,
        position: needsChecking(anchor) ? null : { start: offsets(anchor.start), end: offsets(anchor.end) },
      },
      article.language,
    );
  };
}

/** The address of a source that an annotation can name: annotations are made to be passed on, so confidential sources are left out. */
export function publicAddressOf({
  confidential,
  url,
}: {
  confidential: boolean;
  url: string | null;
}): string | null {
  return confidential ? null : url;
}

/** A claim as an annotation. */
export function presentAnnotation(
  details: AnnotatedArticle,
  claim: Claim,
): z.output<typeof annotationSchema> {
  return { "@context": ANNOTATION_CONTEXT, ...annotationsOf(details)(claim) } as unknown as z.output<
    typeof annotationSchema
  >;
}

/** What of a container is wanted. */
export interface ContainerForm {
  /** From 0; undefined for the container itself. */
  page: number | undefined;
  /** Only the addresses of annotations. */
  iris: boolean;
  /** The container without its first page. */
  minimal: boolean;
}

/**
 * The form of a container that a client prefers (RFC 7240, Web Annotation Protocol, section 4.2). Its address can say it as well, and wins.
 * @returns the form, and whether a preference was applied
 */
export function preferredForm(
  prefer: string | null,
  { page, iris }: { page?: number | undefined; iris?: "0" | "1" | undefined },
): ContainerForm & { applied: boolean } {
  const included = /\breturn=representation\b[^,]*\binclude="([^"]{0,500})"/.exec(prefer ?? "")?.[1] ?? "";
  const wants = (name: string) => included.split(/\s+/).some((each) => each.endsWith(`#${name}`));
  const preferred = page === undefined ? wants : () => false;
  const minimal = preferred("PreferMinimalContainer");
  const onlyAddresses = preferred("PreferContainedIRIs");
  const descriptions = preferred("PreferContainedDescriptions");
  return {
    page,
    iris: iris === undefined ? onlyAddresses && !descriptions : iris === "1",
    minimal,
    applied: minimal || onlyAddresses || descriptions,
  };
}

/** Address of a form of a container. */
export function formAddress(articleId: string, { page, iris }: Pick<ContainerForm, "page" | "iris">): string {
  return `${containerAddress(articleId)}?iris=${iris ? 1 : 0}${page === undefined ? "" : `&page=${page}`}`;
}

/**
 * The container of an article's claims, or a page of it.
 * @param details.claims those of the page; of the first for the container
 */
export function presentContainer(
  details: AnnotatedArticle & { claims: readonly Claim[]; total: number },
  { page: chosen, iris, minimal }: ContainerForm,
): z.output<typeof annotationContainerSchema> {
  const { article, claims, total } = details;
  const page = chosen ?? 0;
  const at = (number: number) => formAddress(article.id, { page: number, iris });
  const lastPage = Math.max(0, Math.ceil(total / ANNOTATIONS_PER_PAGE) - 1);
  const presented = annotationsOf(details);
  const modified = article.updatedAt;
  const first = {
    id: at(page),
    type: "AnnotationPage" as const,
    ...(page < lastPage && { next: at(page + 1) }),
    ...(page > 0 && { prev: at(page - 1) }),
    startIndex: page * ANNOTATIONS_PER_PAGE,
    items: claims.map((claim) => (iris ? `${containerAddress(article.id)}${claim.id}` : presented(claim))),
  };
  const type = ["BasicContainer", "AnnotationCollection"];
  const id = containerAddress(article.id);
  return (
    chosen === undefined
      ? {
          "@context": [ANNOTATION_CONTEXT, LDP_CONTEXT],
          id,
          type,
          label: article.title,
          modified,
          total,
          ...(total > 0 && { first: minimal ? first.id : first, last: at(lastPage) }),
        }
      : { "@context": ANNOTATION_CONTEXT, ...first, partOf: { id, type, total, modified } }
  ) as z.output<typeof annotationContainerSchema>;
}

/** The strong ETag of an answer that has no revision of its own. */
export function contentTag(body: object): string {
  return `"${createHash("sha256").update(JSON.stringify(body)).digest("base64url").slice(0, 27)}"`;
}
