import { operation } from "../../operation";
import { pageOf, pageQuery } from "../../page";
import {
  changeStandardsSchema,
  createScaleSchema,
  defaultScaleSchema,
  saveScaleSchema,
  scaleSchema,
  standardsSchema,
} from "../../schemas/desk/scale";
import { SMALL_BODY } from "../small-body";

export const listScales = operation({
  id: "listScales",
  method: "GET",
  path: "/scales",
  summary: "List the rating scales in all their versions, by name, the newest version first",
  scope: "read",
  query: pageQuery,
  answer: { status: 200, description: "A page of scales", schema: pageOf("ScalePage", scaleSchema) },
});

export const getScale = operation({
  id: "getScale",
  method: "GET",
  path: "/scales/{id}",
  summary: "Read a version of a rating scale",
  scope: "read",
  answer: { status: 200, description: "The scale", schema: scaleSchema },
});

export const createScale = operation({
  id: "createScale",
  method: "POST",
  path: "/scales",
  summary: "Create a rating scale from a template",
  description: "For administrators.",
  scope: "admin",
  body: { schema: createScaleSchema, limit: SMALL_BODY },
  answer: { status: 201, description: "The scale", schema: scaleSchema, located: true },
});

export const saveScale = operation({
  id: "saveScale",
  method: "POST",
  path: "/scales/{id}/versions",
  summary: "Save a changed rating scale as its next version",
  description:
    "For administrators. `id` is the version that was changed, which must be the newest. Articles keep their version, and publications too. If that version was the default, the new one is.",
  scope: "admin",
  body: { schema: saveScaleSchema, limit: SMALL_BODY },
  answer: { status: 201, description: "The new version", schema: scaleSchema, located: true },
  problems: ["precondition-failed"],
});

export const chooseDefaultScale = operation({
  id: "chooseDefaultScale",
  method: "PUT",
  path: "/scales/default",
  summary: "Choose the rating scale of new articles",
  description: "For administrators.",
  scope: "admin",
  body: { schema: defaultScaleSchema, limit: SMALL_BODY },
  answer: { status: 200, description: "The scale", schema: scaleSchema },
  problems: ["not-found", "precondition-failed"],
});

export const getStandards = operation({
  id: "getStandards",
  method: "GET",
  path: "/articles/{id}/standards",
  summary: "Read the rating scale of an article, and how many approvals its claims need",
  scope: "read",
  answer: { status: 200, description: "Both", schema: standardsSchema, tagged: true },
});

export const changeStandards = operation({
  id: "changeStandards",
  method: "PATCH",
  path: "/articles/{id}/standards",
  summary: "Change the rating scale of an article, or require more approvals",
  description:
    "For editors. Verdicts keep their ratings, by key. With more approvals, claims that fewer people approved go back into review. If-Match has the ETag of the article.",
  scope: "write",
  body: { schema: changeStandardsSchema, limit: SMALL_BODY },
  edits: true,
  answer: { status: 200, description: "Both", schema: standardsSchema, tagged: true },
});
