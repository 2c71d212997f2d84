import { operation } from "../../operation";
import { pageOf, pageQuery } from "../../page";
import { articleSchema, newVersionSchema } from "../../schemas/article";
import {
  acceptWordingsSchema,
  authorLinkSchema,
  authorQuestionSchema,
  checkBoxSchema,
  createAuthorLinkSchema,
  createdAuthorLinkSchema,
  purposeSchema,
} from "../../schemas/article-work/manuscript";

const SMALL_BODY = 16 * 1024;

export const changePurpose = operation({
  id: "changePurpose",
  method: "PUT",
  path: "/articles/{id}/purpose",
  summary: "Turn a manuscript into a public fact-check, or an unpublished article into a manuscript",
  description:
    "For editors. Claims in review and approved claims go back to draft, because they were checked for something else. An article that was published stays one.",
  scope: "write",
  body: { schema: purposeSchema, limit: SMALL_BODY },
  edits: true,
  answer: { status: 200, description: "The article", schema: articleSchema, tagged: true },
});

export const listAuthorLinks = operation({
  id: "listAuthorLinks",
  method: "GET",
  path: "/articles/{id}/author-links",
  summary: "List the links for the author of a manuscript, newest first",
  description: "For editors. The links themselves can't be read again. 404 if it is not a manuscript.",
  scope: "read",
  query: pageQuery,
  answer: {
    status: 200,
    description: "A page of links",
    schema: pageOf("AuthorLinkPage", authorLinkSchema),
  },
  problems: ["forbidden"],
});

export const createAuthorLink = operation({
  id: "createAuthorLink",
  method: "POST",
  path: "/articles/{id}/author-links",
  summary: "Create a link with which the author of a manuscript answers queries",
  description:
    "For editors. The author needs no account, and sees the text, the queries and the suggested wordings. The answer contains the link; it can't be read again.",
  scope: "write",
  body: { schema: createAuthorLinkSchema, limit: SMALL_BODY },
  answer: { status: 201, description: "The link", schema: createdAuthorLinkSchema },
  isConfidential: true,
});

export const revokeAuthorLink = operation({
  id: "revokeAuthorLink",
  method: "DELETE",
  path: "/articles/{id}/author-links/{link}",
  summary: "Revoke the link of an author",
  description: "For editors. It stops working at once. What the author answered stays.",
  scope: "write",
  answer: { status: 204, description: "Revoked" },
});

export const listAuthorQuestions = operation({
  id: "listAuthorQuestions",
  method: "GET",
  path: "/articles/{id}/author-questions",
  summary: "List what the author of a manuscript is asked, with the answers, in the order of the text",
  description: "For editors. 404 if it is not a manuscript.",
  scope: "read",
  query: pageQuery,
  answer: {
    status: 200,
    description: "A page of queries and suggested wordings",
    schema: pageOf("AuthorQuestionPage", authorQuestionSchema),
  },
  problems: ["forbidden"],
});

export const acceptWordings = operation({
  id: "acceptWordings",
  method: "POST",
  path: "/articles/{id}/accepted-wordings",
  summary: "Accept suggested wordings of a manuscript",
  description:
    "All or none: together they become the next version of the text, and their claims stand. If one of the claims was changed since, the call is refused (412).",
  scope: "write",
  body: { schema: acceptWordingsSchema, limit: 64 * 1024 },
  answer: {
    status: 201,
    description: "The article with its new version",
    schema: newVersionSchema,
    tagged: true,
    located: true,
  },
  problems: ["text-changed", "precondition-failed", "unavailable"],
});

export const getCheckBox = operation({
  id: "getCheckBox",
  method: "GET",
  path: "/articles/{id}/check-box",
  summary: "Read the “how we checked” box of a manuscript",
  description: "404 if it is not a manuscript.",
  scope: "read",
  answer: { status: 200, description: "The box", schema: checkBoxSchema },
  problems: ["forbidden"],
});
