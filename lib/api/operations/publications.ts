import { operation } from "../operation";
import { publicationJobSchema, publicationSchema, publishSchema } from "../schemas/publication";

export const publishArticle = operation({
  id: "publishArticle",
  method: "POST",
  path: "/articles/{id}/publish",
  summary: "Publish an article with its approved claims",
  description:
    "The public pages and every file that readers can download are made first; if one can't be made, nothing is published. A long article (over 200 claims or 100,000 characters) is published in the background: the answer is 202, and Location is the address of its progress.",
  scope: "publish",
  body: { schema: publishSchema, limit: 4 * 1024 * 1024, mayBeEmpty: true },
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
