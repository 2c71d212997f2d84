import { z } from "zod";
import { operation } from "../operation";
import {
  ANNOTATION_TYPE,
  annotationContainerSchema,
  annotationInput,
  annotationSchema,
} from "../schemas/annotation";

const body = { schema: annotationInput, limit: 1024 * 1024, types: ["application/ld+json"] };

export const listAnnotations = operation({
  id: "listAnnotations",
  method: "GET",
  path: "/articles/{id}/annotations",
  summary: "Read the claims of an article as a container of Web Annotations",
  description:
    "By the W3C Web Annotation Protocol. The first page of 100 annotations is in the container; the header Prefer chooses another form. It is JSON-LD; Turtle is not served. Annotations that are published can be read without a token at the article's annotations.jsonld.",
  scope: "read",
  query: z.object({
    page: z.coerce
      .number()
      .int()
      .min(0)
      .max(100_000)
      .optional()
      .meta({ description: "A page of the container, from 0." }),
    iris: z.enum(["0", "1"]).optional().meta({
      description: "Whether pages have only the addresses of annotations (1), or all of them (0).",
    }),
  }),
  answer: {
    status: 200,
    description: "The container, or a page of it",
    schema: annotationContainerSchema,
    type: ANNOTATION_TYPE,
    alsoAs: ["application/json"],
    tagged: true,
  },
});

export const createAnnotation = operation({
  id: "createAnnotation",
  method: "POST",
  path: "/articles/{id}/annotations",
  summary: "Mark a claim with a Web Annotation",
  description:
    "The annotation becomes a draft, by the rules for importing claims: texts without a place on the claim become comments. What a claim can't have is refused. Slug is ignored; id, creator, times and rights are set by the desk.",
  scope: "write",
  body,
  answer: {
    status: 201,
    description: "The annotation",
    schema: annotationSchema,
    type: ANNOTATION_TYPE,
    tagged: true,
    located: true,
  },
  problems: ["ambiguous-quote", "text-changed", "known-claim"],
});

const oneAnnotation = {
  status: 200,
  description: "The annotation",
  schema: annotationSchema,
  type: ANNOTATION_TYPE,
  tagged: true,
} as const;

export const getAnnotation = operation({
  id: "getAnnotation",
  method: "GET",
  path: "/articles/{id}/annotations/{annotation}",
  summary: "Read a claim as a Web Annotation",
  scope: "read",
  answer: { ...oneAnnotation, alsoAs: ["application/json"] },
});

export const replaceAnnotation = operation({
  id: "replaceAnnotation",
  method: "PUT",
  path: "/articles/{id}/annotations/{annotation}",
  summary: "Change a claim by replacing its Web Annotation",
  description:
    "Rating, reasons, statement, tags and the addresses of sources become those of the annotation. The passage stays. So does what an annotation does not show: the claimant, confidential sources and those without an address. A claim that was in review or approved goes back to draft.",
  scope: "write",
  body,
  edits: true,
  answer: oneAnnotation,
});

export const deleteAnnotation = operation({
  id: "deleteAnnotation",
  method: "DELETE",
  path: "/articles/{id}/annotations/{annotation}",
  summary: "Delete a claim by its Web Annotation",
  scope: "write",
  edits: true,
  answer: { status: 204, description: "Deleted; it can be restored on the desk" },
});
