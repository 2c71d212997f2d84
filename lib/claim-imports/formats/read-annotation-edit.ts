import { err, ok, type Result } from "@/lib/result";
import { isObject, type JsonObject, listOf, objectsIn, textOf } from "../loose-json";
import type { ratingMatcher } from "../match-rating";
import type { ReadPlace } from "../read-claim";
import type { AnnotationFault } from "./check-annotation";
import { readSelectors } from "./read-selectors";
import { readWebAnnotations } from "./read-web-annotations";

/** What a claim becomes by an annotation that replaces its own. */
export interface AnnotationEdit {
  statement: string;
  tags: string[];
  /** Null removes the verdict. Paragraphs of the rationale are separated by line feeds. */
  verdict: { rating: string; rationale: string } | null;
  /** Of sources. */
  addresses: string[];
}

/** Members that the server sets. */
const OWN_MEMBERS = ["id", "created", "creator", "generator", "generated", "rights"] as const;

/**
 * What an annotation that replaces a claim's own says of the claim. `checkAnnotation` has found no fault in it.
 * @param current the claim's own annotation
 * @param match finds ratings of the article's scale
 */
export function readAnnotationEdit(
  annotation: JsonObject,
  current: object,
  match: ReturnType<typeof ratingMatcher>,
): Result<AnnotationEdit, AnnotationFault[]> {
  const [read] = readWebAnnotations([annotation]);
  if (!read) return err([{ path: "", message: "Send one annotation." }]);
  const { place, statement, tags, rating, evidence, note } = read;
  const rationale = read.rationale === null ? "" : reasonsOf(annotation);
  const key = rating === null ? null : match(rating);
  const own = current as JsonObject;
  const faults: AnnotationFault[] = [
    ...OWN_MEMBERS.filter(
      (name) => name in annotation && JSON.stringify(annotation[name]) !== JSON.stringify(own[name]),
    ).map((name) => ({
      path: name,
      message: `The desk sets “${name}”. Send it as you read it, or remove it.`,
    })),
    ...(statement === ""
      ? [
          {
            path: "body",
            message: "The statement is missing. Send it as a body with the purpose “describing”.",
          },
        ]
      : []),
    ...(rating !== null && key === null
      ? [
          {
            path: "body",
            message: `The article's scale has no rating “${rating.label}”. Use one of its labels.`,
          },
        ]
      : []),
    ...(rating === null && read.rationale !== null
      ? [
          {
            path: "body",
            message: "Reasons need a rating. Send it as a body with the purpose “classifying”.",
          },
        ]
      : []),
    ...(isSamePlace(place, readSelectors(objectsIn(own.target)[0]?.selector))
      ? []
      : [
          {
            path: "target.selector",
            message: "The passage of a claim stays. Send it as you read it, or move the claim on the desk.",
          },
        ]),
    ...(note === null
      ? []
      : [
          {
            path: "body",
            message: "Comments are not a part of the claim. Add them on the desk, and remove this text.",
          },
        ]),
  ];
  if (faults.length > 0) return err(faults);
  return ok({
    statement,
    tags,
    verdict: key === null ? null : { rating: key, rationale },
    addresses: evidence.flatMap(({ source }) => ("url" in source && source.url ? [source.url] : [])),
  });
}

/** Whether selectors choose the passage of the claim: each that is sent is the claim's own. */
function isSamePlace(place: ReadPlace, own: ReadPlace): boolean {
  if ("from" in place || "from" in own) return false;
  const { quote, position } = place;
  return (
    (quote !== null || position !== null) &&
    (quote === null || quote.exact === own.quote?.exact) &&
    (position === null || (position.start === own.position?.start && position.end === own.position.end))
  );
}

/** The texts that give reasons: those that assess, or without those the ones of no purpose. */
function reasonsOf({ body, bodyValue }: JsonObject): string {
  const texts = (purposes: readonly string[]) =>
    listOf(body)
      .filter(isObject)
      .filter(({ purpose }) => purposes.includes(textOf(listOf(purpose)[0]) ?? ""))
      .flatMap(({ value }) => textOf(value) ?? []);
  const assessing = texts(["assessing"]);
  const others = [...texts(["", "commenting"]), ...(textOf(bodyValue) === null ? [] : [textOf(bodyValue)])];
  return (assessing.length > 0 ? assessing : others).join("\n");
}
