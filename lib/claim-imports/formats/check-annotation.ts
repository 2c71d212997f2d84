import { isObject, type JsonObject, listOf, objectsIn, textOf, webAddressOf } from "../loose-json";
import { readSelectors } from "./read-selectors";

/** What of an annotation can't be stored as a claim. */
export interface AnnotationFault {
  /** Path of the member, "body.2.purpose". */
  path: string;
  /** For people: what is wrong, and what to do. */
  message: string;
}

/** Members that a server sets itself, or that say nothing of a claim. */
const MEMBERS = [
  "@context",
  "id",
  "type",
  "motivation",
  "created",
  "modified",
  "creator",
  "generated",
  "generator",
  "rights",
  "body",
  "bodyValue",
  "target",
];
const MOTIVATIONS = [
  "assessing",
  "classifying",
  "commenting",
  "describing",
  "highlighting",
  "identifying",
  "linking",
  "tagging",
];
const TEXT_MEMBERS = [
  "type",
  "purpose",
  "value",
  "format",
  "language",
  "processingLanguage",
  "textDirection",
];
const TEXT_PURPOSES = [
  "classifying",
  "describing",
  "assessing",
  "tagging",
  "linking",
  "identifying",
  "commenting",
];
const ADDRESS_MEMBERS = ["type", "purpose", "source", "id", "format", "language"];
const ADDRESS_PURPOSES = ["linking", "identifying"];
const TARGET_MEMBERS = ["type", "id", "source", "selector"];

/** Faults that are listed: the first say enough. */
const MAX_FAULTS = 20;

/**
 * Everything in an annotation that would be lost if `readWebAnnotations` made a claim of it. Files are read as far as they can be; a program that
 * stores one annotation has to know what becomes of it.
 * @param addresses under which the article is known: of its public page, of the API, and where it was published first
 * Source: https://www.w3.org/TR/annotation-model/
 */
export function checkAnnotation(annotation: JsonObject, addresses: readonly string[]): AnnotationFault[] {
  return [
    ...unknownMembers(annotation, MEMBERS, ""),
    ...(listOf(annotation.type).includes("Annotation")
      ? []
      : [{ path: "type", message: "Send one annotation, with the type “Annotation”." }]),
    ...listOf(annotation.motivation)
      .filter((motivation) => !MOTIVATIONS.includes(String(motivation)))
      .map((motivation) => ({
        path: "motivation",
        message: `An annotation with the motivation “${nameOf(motivation)}” is not a claim. Use one of: ${MOTIVATIONS.join(", ")}.`,
      })),
    ...bodyFaults(annotation),
    ...targetFaults(annotation.target, addresses),
  ].slice(0, MAX_FAULTS);
}

function bodyFaults({ body, bodyValue }: JsonObject): AnnotationFault[] {
  const bodies = listOf(body);
  const path = (index: number) => (Array.isArray(body) ? `body.${index}` : "body");
  const only = (purpose: string, what: string) =>
    bodies
      .flatMap((each, index) => (isObject(each) && purposeOf(each) === purpose ? [path(index)] : []))
      .slice(1)
      .map((at) => ({
        path: at,
        message: `A claim has one ${what}. Send one body with the purpose “${purpose}”.`,
      }));
  return [
    ...(bodyValue === undefined || (textOf(bodyValue) !== null && bodies.length === 0)
      ? []
      : [{ path: "bodyValue", message: "Send either `body` or `bodyValue`, and a text as `bodyValue`." }]),
    ...bodies.flatMap((each, index) => oneBodyFaults(each, path(index))),
    ...only("classifying", "rating"),
    ...only("describing", "statement"),
  ];
}

const purposeOf = (body: JsonObject) => (body.purpose === undefined ? "" : nameOf(listOf(body.purpose)[0]));

function oneBodyFaults(body: unknown, path: string): AnnotationFault[] {
  const address = (value: unknown, at: string) =>
    webAddressOf(value) === null
      ? [{ path: at, message: "Send the http or https address of a source." }]
      : [];
  if (!isObject(body)) return address(body, path);
  const isText = "value" in body;
  const [members, purposes] = isText ? [TEXT_MEMBERS, TEXT_PURPOSES] : [ADDRESS_MEMBERS, ADDRESS_PURPOSES];
  const purpose = purposeOf(body);
  return [
    ...unknownMembers(body, members, path),
    ...(purpose === "" || (purposes.includes(purpose) && listOf(body.purpose).length === 1)
      ? []
      : [
          {
            path: `${path}.purpose`,
            message: `A claim has nothing for ${isText ? "a text" : "an address"} with the purpose “${purpose}”. Use one of: ${purposes.join(", ")}.`,
          },
        ]),
    ...(isText ? textFaults(body, purpose, path) : address(body.source ?? body.id, `${path}.source`)),
  ];
}

function textFaults({ value, format }: JsonObject, purpose: string, path: string): AnnotationFault[] {
  const isAddress = ["linking", "identifying"].includes(purpose);
  return [
    ...(typeof value !== "string" || value.trim() === ""
      ? [{ path: `${path}.value`, message: "Send a text as `value`." }]
      : isAddress && webAddressOf(value) === null
        ? [{ path: `${path}.value`, message: "Send the http or https address of a source." }]
        : []),
    ...(format === undefined || format === "text/plain"
      ? []
      : [{ path: `${path}.format`, message: "Texts are stored without markup. Send text/plain." }]),
  ];
}

function targetFaults(target: unknown, addresses: readonly string[]): AnnotationFault[] {
  const targets = objectsIn(target);
  const [first] = targets;
  if (!first || targets.length !== listOf(target).length || targets.length > 1)
    return [
      {
        path: "target",
        message: "A claim is one passage. Send one target with `source` and `selector`.",
      },
    ];
  const { source, selector } = first;
  const address = isObject(source) ? source.id : source;
  const place = readSelectors(selector);
  const isNowhere = !("from" in place) && place.quote === null && place.position === null;
  return [
    ...unknownMembers(first, TARGET_MEMBERS, "target"),
    ...(addresses.some((each) => each === address)
      ? []
      : [
          {
            path: "target.source",
            message: `The annotation is on another page. Send one of these as source: ${addresses.join(", ")}`,
          },
        ]),
    ...(isNowhere
      ? [
          {
            path: "target.selector",
            message: "The passage is missing. Send a TextQuoteSelector with `exact`, `prefix` and `suffix`.",
          },
        ]
      : []),
  ];
}

function unknownMembers(value: JsonObject, known: readonly string[], path: string): AnnotationFault[] {
  return Object.keys(value)
    .filter((name) => !known.includes(name))
    .slice(0, MAX_FAULTS)
    .map((name) => ({
      path: path === "" ? nameOf(name) : `${path}.${nameOf(name)}`,
      message: `A claim has nothing for “${nameOf(name)}”. Remove it.`,
    }));
}

/** A name of the input, short enough for a message. */
const nameOf = (value: unknown) => (textOf(value) ?? typeof value).slice(0, 60);
