import { operation } from "../operation";
import { pageOf, pageQuery } from "../page";
import { checkSchema } from "../schemas/check";

export const listChecks = operation({
  id: "listChecks",
  method: "GET",
  path: "/articles/{id}/checks",
  summary: "List who checked what in an article, newest first",
  description:
    "Names, figures and quotations that were ticked off or skipped, verdicts, and approvals, each with the version of the text. The total counts to 1,001, which means more than 1,000.",
  scope: "read",
  query: pageQuery,
  answer: { status: 200, description: "A page of the record", schema: pageOf("CheckPage", checkSchema) },
  problems: ["forbidden"],
});
