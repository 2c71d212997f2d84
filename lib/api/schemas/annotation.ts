import { z } from "zod";

/** Media type of annotations. */
export const ANNOTATION_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

const json = z.looseObject({});

/** What the W3C Web Annotation Data Model allows is more than a claim can have; `checkAnnotation` says what. */
export const annotationInput = z
  .looseObject({
    type: z.union([z.literal("Annotation"), z.array(z.string())]),
    body: z.union([z.string(), json, z.array(z.union([z.string(), json]))]).optional(),
    target: z.union([z.string(), json, z.array(z.union([z.string(), json]))]),
  })
  .meta({
    id: "AnnotationInput",
    description:
      "A W3C Web Annotation. Bodies by purpose: classifying is the rating, describing the statement, assessing the reasons, tagging a tag, linking the address of a source.",
  });

const annotation = {
  id: z.url(),
  type: z.literal("Annotation"),
  motivation: z.literal("assessing"),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
  creator: json,
  generator: json,
  body: z.array(json),
  target: z.object({
    type: z.literal("SpecificResource"),
    source: z.url().meta({ description: "The article's public page." }),
    selector: z.array(json),
  }),
};

export const annotationSchema = z
  .object({ "@context": z.string(), ...annotation })
  .meta({ id: "Annotation", description: "A claim as a W3C Web Annotation." });

const items = z.array(z.union([z.url(), z.object(annotation)]));
const page = {
  id: z.url(),
  type: z.literal("AnnotationPage"),
  next: z.url().optional(),
  prev: z.url().optional(),
  startIndex: z.int(),
  items,
};

export const annotationContainerSchema = z
  .union([
    z.object({
      "@context": z.array(z.string()),
      id: z.url(),
      type: z.array(z.string()),
      label: z.string(),
      modified: z.iso.datetime(),
      total: z.int(),
      first: z.union([z.url(), z.object(page)]).optional(),
      last: z.url().optional(),
    }),
    z.object({
      "@context": z.string(),
      ...page,
      partOf: z.object({
        id: z.url(),
        type: z.array(z.string()),
        total: z.int(),
        modified: z.iso.datetime(),
      }),
    }),
  ])
  .meta({ id: "AnnotationContainer", description: "The container, or one of its pages." });
