import { operation } from "../../operation";
import { articleSchema } from "../../schemas/article";
import { chooseScaleSchema, raiseApprovalsSchema } from "../../schemas/article-work/standards";

const SMALL_BODY = 1024;

export const chooseScale = operation({
  id: "chooseScale",
  method: "PUT",
  path: "/articles/{id}/scale",
  summary: "Change the rating scale of an article, or its version",
  description:
    "For editors. Verdicts keep their rating by its key. If the scale lacks a rating that is in use, the call is refused.",
  scope: "write",
  body: { schema: chooseScaleSchema, limit: SMALL_BODY },
  edits: true,
  answer: { status: 200, description: "The article", schema: articleSchema, tagged: true },
});

export const raiseApprovals = operation({
  id: "raiseApprovals",
  method: "PUT",
  path: "/articles/{id}/required-approvals",
  summary: "Raise how many people have to approve each claim of an article",
  description:
    "For editors. Claims that fewer people approved go back into review. The number is never lowered.",
  scope: "write",
  body: { schema: raiseApprovalsSchema, limit: SMALL_BODY },
  edits: true,
  answer: { status: 200, description: "The article", schema: articleSchema, tagged: true },
});
