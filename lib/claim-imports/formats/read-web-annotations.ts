import type { EvidenceInput } from "@/lib/claims/claim-input";
import { isObject, type JsonObject, listOf, objectsIn, textOf, webAddressOf } from "../loose-json";
import { rationaleOf } from "../rationale-doc";
import { BLANK_CLAIM, type ReadClaim } from "../read-claim";
import { readSelectors } from "./read-selectors";

const TYPES = ["Annotation", "AnnotationPage", "AnnotationCollection"];

/** Whether a JSON document is a Web Annotation, a list, a page or a collection of them, or what Recogito stores. */
export function isWebAnnotations(json: unknown): boolean {
  if (Array.isArray(json)) return objectsIn(json).some(isAnnotation);
  return (
    isObject(json) && (listOf(json.type).some((type) => TYPES.includes(String(type))) || isAnnotation(json))
  );
}

const isAnnotation = (value: JsonObject) =>
  listOf(value.type).includes("Annotation") ||
  ("target" in value && ("body" in value || "bodies" in value || "bodyValue" in value));

/**
 * The claims of Web Annotations: what a body is for (`purpose`) says what it becomes. A body that classifies is the rating, one that
 * describes the statement, one that assesses the reasons, tags are tags, and addresses are sources. Other texts are notes, or the reasons
 * if there is a rating and nothing else gives them.
 * Source: https://www.w3.org/TR/annotation-model/
 */
export function readWebAnnotations(json: unknown): ReadClaim[] {
  return annotationsIn(json).map(readAnnotation);
}

/** The annotations of a list, a page, or the pages that a collection contains. */
function annotationsIn(json: unknown): JsonObject[] {
  if (Array.isArray(json)) return objectsIn(json);
  if (!isObject(json)) return [];
  if (isAnnotation(json)) return [json];
  const pages = [json, ...objectsIn(json.first), ...(json.last === json.first ? [] : objectsIn(json.last))];
  const items = pages.flatMap((page) => objectsIn(page.items));
  const ids = new Set<unknown>();
  return items.filter(({ id }) => id === undefined || (!ids.has(id) && ids.add(id)));
}

function readAnnotation(annotation: JsonObject): ReadClaim {
  const bodies = [...listOf(annotation.body), ...listOf(annotation.bodies)];
  const texts = bodies.flatMap(bodyText);
  const bodyValue = textOf(annotation.bodyValue);
  if (bodyValue !== null) texts.push({ purpose: "", value: bodyValue });
  const of = (...purposes: string[]) =>
    texts.filter(({ purpose }) => purposes.includes(purpose)).map(({ value }) => value);
  const [label, ...furtherRatings] = of("classifying");
  const [statement, ...furtherStatements] = of("describing");
  const reasons = of("assessing");
  const known = [
    "classifying",
    "describing",
    "assessing",
    "tagging",
    "linking",
    "identifying",
    "highlighting",
  ];
  const remarks = [
    ...furtherRatings,
    ...furtherStatements,
    ...texts.filter(({ purpose }) => !known.includes(purpose)).map(({ value }) => value),
  ];
  const explains = label !== undefined && reasons.length === 0;
  const target = objectsIn(annotation.target).find(({ selector }) => selector !== undefined);
  return {
    ...BLANK_CLAIM,
    id: textOf(annotation.id),
    place: readSelectors(target?.selector),
    statement: statement ?? "",
    tags: of("tagging"),
    rating: label === undefined ? null : { key: null, label },
    rationale: rationaleOf((explains ? remarks : reasons).join("\n")),
    evidence: [
      ...new Set([
        ...bodies.flatMap(bodyAddress),
        ...of("linking", "identifying").flatMap((value) => webAddressOf(value) ?? []),
      ]),
    ].map(sourceAt),
    note: explains ? null : remarks.join("\n\n") || null,
  };
}

function bodyText(body: unknown): { purpose: string; value: string }[] {
  if (!isObject(body)) return [];
  const value =
    textOf(body.value) ?? (isObject(body.value) ? (textOf(body.value.label) ?? textOf(body.value.id)) : null);
  return value === null ? [] : [{ purpose: textOf(listOf(body.purpose)[0]) ?? "", value }];
}

/** The address of a body that is another resource: a source. */
function bodyAddress(body: unknown): string[] {
  // A body that is only a string is an address.
  if (isObject(body) && textOf(body.value) !== null) return [];
  const resource = isObject(body) ? (body.source ?? body.id) : body;
  const address = webAddressOf(isObject(resource) ? resource.id : resource);
  return address === null ? [] : [address];
}

/** A source of which only the address is known. */
export function sourceAt(url: string): EvidenceInput {
  return {
    stance: "context",
    excerpt: null,
    note: null,
    accessedOn: null,
    archiveUrl: null,
    source: { url, title: url.slice(0, 500), kind: "web_page" },
  };
}
