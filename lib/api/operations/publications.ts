import { operation } from "../operation";
import { pageOf, pageQuery } from "../page";
import { articleSchema } from "../schemas/article";
import {
  listedPublicationSchema,
  publicationJobSchema,
  publicationSchema,
  publishSchema,
  schedulePublicationSchema,
  scheduleSchema,
  unpublishSchema,
} from "../schemas/publication";

/** Maximum bytes of the notes for corrections. */
const NOTES_LIMIT = 4 * 1024 * 1024;

export const publishArticle = operation({
  id: "publishArticle",
  method: "POST",
  path: "/articles/{id}/publish",
  summary: "Publish an article with its approved claims",
  description:
    "The public pages and every file that readers can download are made first; if one can't be made, nothing is published. A long article (over 200 claims or 100,000 characters) is published in the background: the answer is 202, and Location is the address of its progress.",
  scope: "publish",
  body: { schema: publishSchema, limit: NOTES_LIMIT, mayBeEmpty: true },
  edits: true,
  answer: {
    status: 201,
    description: "What readers see from now on",
    schema: publicationSchema,
    tagged: true,
    located: true,
    accepted: { description: "It is being prepared", schema: publicationJobSchema },
  },
  problems: ["not-ready", "outputs-failed", "unavailable"],
});

export const getPublishJob = operation({
  id: "getPublishJob",
  method: "GET",
  path: "/articles/{id}/publish-jobs/{job}",
  summary: "Read the progress of a long article's publication",
  description:
    "Read it again after Retry-After seconds while its state is preparing. It can be read for a week.",
  scope: "read",
  answer: { status: 200, description: "The job", schema: publicationJobSchema },
  problems: ["forbidden"],
});

export const listPublications = operation({
  id: "listPublications",
  method: "GET",
  path: "/articles/{id}/publications",
  summary: "List the publications of an article, newest first",
  scope: "read",
  query: pageQuery,
  answer: {
    status: 200,
    description: "A page of publications",
    schema: pageOf("PublicationPage", listedPublicationSchema),
  },
  problems: ["forbidden"],
});

export const unpublishArticle = operation({
  id: "unpublishArticle",
  method: "POST",
  path: "/articles/{id}/unpublish",
  summary: "Unpublish an article",
  description:
    "For administrators. Readers see the reason at its address. The publications stay, and the article can be published again.",
  scope: "publish",
  body: { schema: unpublishSchema, limit: 64 * 1024 },
  edits: true,
  answer: { status: 200, description: "The article", schema: articleSchema, tagged: true },
});

export const getSchedule = operation({
  id: "getSchedule",
  method: "GET",
  path: "/articles/{id}/schedule",
  summary: "Read when an article will be published",
  description: "404 if it is not scheduled.",
  scope: "read",
  answer: { status: 200, description: "The schedule", schema: scheduleSchema },
  problems: ["forbidden"],
});

export const schedulePublication = operation({
  id: "schedulePublication",
  method: "PUT",
  path: "/articles/{id}/schedule",
  summary: "Schedule the publication of an article",
  description:
    "It replaces an earlier schedule. The article must be ready for publication now, and its files are made once to see that they can be, unless it is long. If-Match has the ETag of the article.",
  scope: "publish",
  body: { schema: schedulePublicationSchema, limit: NOTES_LIMIT },
  edits: true,
  answer: { status: 200, description: "The schedule", schema: scheduleSchema },
  problems: ["not-ready", "outputs-failed", "unavailable"],
});

export const cancelSchedule = operation({
  id: "cancelSchedule",
  method: "DELETE",
  path: "/articles/{id}/schedule",
  summary: "Cancel a scheduled publication",
  scope: "publish",
  answer: { status: 204, description: "Cancelled, or it was not scheduled" },
});
