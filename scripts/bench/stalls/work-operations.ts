import { EXPORT_FORMATS } from "../../../lib/reports/export-formats";
import { BATCH_SIZE, type BatchStep } from "../../../lib/review/claim-batch";
import { docxFile, paragraph, run } from "../../../lib/testing/docx-file";
import { claimsNow } from "./claims-now";
import type { DeskClient } from "./desk-client";
import type { Subject } from "./fill-article";
import { randomText } from "./random-text";
import type { StallOperation } from "./stall-operation";

/** Answered instead of the server's status where it answered well, but did not do the work. */
const NOTHING_DONE = 0;
/** Most wordings that are accepted at once. */
const WORDINGS = 200;
/** Twice as many comments as are imported at once. */
const WORD_REMARKS = 4_000;
const NOTE = "Compare it with the table of the report. ".repeat(45);

/** What changes many claims at once, and what the author of a manuscript does. Each row says whether the work was done. */
export function workOperations(): StallOperation[] {
  return [
    {
      name: "action: move an article with 200 drafts on the board",
      expected: [200],
      run: async (client, { work: { boardId } }) => {
        const status = await client.action("/desk/board", "moveArticle", {
          articleId: boardId,
          move: "submit",
        });
        return allAre(boardId, "in_review", status);
      },
    },
    {
      name: "action: approve 200 claims",
      expected: [200],
      run: async (client, { work: { boardId } }) =>
        allAre(boardId, "approved", await batch(client, boardId, { step: "approve" })),
    },
    {
      name: "action: return 200 claims with a long note",
      expected: [200],
      run: async (client, { work: { boardId } }) =>
        allAre(boardId, "draft", await batch(client, boardId, { step: "return", note: NOTE })),
    },
    {
      name: "action: return all claims",
      expected: [200],
      run: async (client, { id }) =>
        allAre(id, "draft", await batch(client, id, { step: "return", note: "Look at it again." })),
    },
    {
      name: "desk: compare two copies of a page of a million characters",
      expected: [200],
      run: (client, { work: { flagId } }) => client.post("/desk/reads/page-change", { flagId }),
    },
    {
      name: "author: the page with all questions",
      expected: [200],
      run: (client, { work }) => client.read(work.manuscript.authorPath),
    },
    {
      name: "author: answer a question",
      expected: [303],
      run: (client, { work }) =>
        client.submitForm(work.manuscript.authorPath, { decision: "agree", text: "" }),
    },
    {
      name: "action: accept 200 suggested wordings",
      expected: [200],
      run: acceptWordings,
    },
  ];
}

/** Every file of a report, and its data for other programs. */
export function exportOperations(): StallOperation[] {
  const get = (name: string, path: (subject: Subject) => string): StallOperation => ({
    name: `API: ${name}`,
    expected: [200],
    run: (client, subject) => client.api("GET", path(subject)),
  });
  const today = new Date().toISOString().slice(0, 10);
  return [
    ...EXPORT_FORMATS.map((format) =>
      get(`export ${format}`, ({ id }) => `/articles/${id}/exports/${format}`),
    ),
    ...(["pdf", "docx", "json"] as const).map((format) =>
      get(`export the draft as ${format}`, ({ id }) => `/articles/${id}/exports/${format}?of=draft`),
    ),
    get("export the dossier as docx", ({ id }) => `/articles/${id}/exports/docx?of=dossier`),
    get("export a period as pdf", () => `/reports?format=pdf&from=2020-01-01&to=${today}`),
    get("export a period as xlsx", () => `/reports?format=xlsx&from=2020-01-01&to=${today}`),
  ];
}

/** A Word file with as many comments and tracked changes as are read, and as many again. */
function wordFile(): string {
  const revision = (n: number) =>
    `<w:ins w:id="${n}" w:author="A" w:date="2026-01-01T00:00:00Z">${run("rose ")}</w:ins><w:del w:id="${n + 1}" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>fell </w:delText></w:r></w:del>`;
  const noted = (n: number) =>
    `<w:commentRangeStart w:id="${n}"/>${run("report ")}<w:commentRangeEnd w:id="${n}"/><w:r><w:commentReference w:id="${n}"/></w:r>`;
  const paragraphs = Array.from({ length: WORD_REMARKS }, (_, n) =>
    paragraph(`${run("The figures of the ")}${noted(n)}${revision(n * 2 + 1)}${run("by 5 % in a year.")}`),
  );
  const comments = Array.from(
    { length: WORD_REMARKS },
    (_, n) => `<w:comment w:id="${n}" w:author="A">${paragraph(run(`Is ${n} right?`))}</w:comment>`,
  );
  const bytes = docxFile(paragraphs.join(""), { comments: comments.join("") });
  return Buffer.from(bytes).toString("base64");
}

/** Claims of a file at most. */
const IMPORTED_CLAIMS = 500;

/** Long quotations that are nowhere in the text, which takes the longest to find out, and claims at chosen positions. */
export function claimImportOperations(): StallOperation[] {
  const row = (index: number) => [randomText(index, 60).slice(0, 400), `Statement ${index}.`];
  const content = () =>
    [["quote", "statement"], ...Array.from({ length: IMPORTED_CLAIMS }, (_, index) => row(index + 1))]
      .map((cells) => cells.map((cell) => JSON.stringify(cell)).join(","))
      .join("\r\n");
  const rows = Array.from({ length: IMPORTED_CLAIMS }, (_, index) => ({
    row: index,
    start: index * 10,
    end: index * 10 + 8,
  }));
  return [
    {
      name: "API: preview 4,000 comments and 8,000 changes of a Word file",
      expected: [200, 422],
      run: (client, { id }) =>
        client.api("POST", `/articles/${id}/comment-imports?preview=true`, { file: wordFile() }),
    },
    {
      name: "API: preview 500 claims of a file",
      expected: [200],
      run: (client, { id }) =>
        client.api("POST", `/articles/${id}/imports?preview=true`, { content: content() }),
    },
    {
      name: "API: import 500 claims of a file",
      expected: [200],
      run: (client, { id }) => client.api("POST", `/articles/${id}/imports`, { content: content(), rows }),
    },
  ];
}

async function batch(
  client: DeskClient,
  articleId: string,
  action: { step: BatchStep; note?: string },
): Promise<number> {
  const all = (await claimsNow(articleId)).map(({ claimId, revision }) => ({
    claimId,
    revision,
    seenAssigneeId: null,
  }));
  for (let from = 0; from < all.length; from += BATCH_SIZE) {
    const claims = all.slice(from, from + BATCH_SIZE);
    const status = await client.action(`/desk/articles/${articleId}`, "batchClaims", {
      articleId,
      claims,
      action: { kind: "step", ...action },
    });
    if (status !== 200) return status;
  }
  return 200;
}

async function allAre(articleId: string, state: string, status: number): Promise<number> {
  const claims = await claimsNow(articleId);
  return claims.every((claim) => claim.state === state) ? status : NOTHING_DONE;
}

async function acceptWordings(client: DeskClient, { work }: Subject): Promise<number> {
  const { id, versionId } = work.manuscript;
  const before = (await claimsNow(id)).slice(0, WORDINGS);
  const status = await client.action(`/desk/articles/${id}`, "acceptWordings", {
    articleId: id,
    versionId,
    claims: before.map(({ claimId, revision }) => ({ claimId, revision })),
  });
  const after = new Map((await claimsNow(id)).map(({ claimId, revision }) => [claimId, revision]));
  return before.every(({ claimId, revision }) => (after.get(claimId) ?? 0) > revision)
    ? status
    : NOTHING_DONE;
}
