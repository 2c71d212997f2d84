import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { readSearchInput } from "@/lib/archive/search-input";
import { findCurrentPublication } from "@/lib/db/public-publications";
import { searchPublicClaims, searchQuery } from "@/lib/db/public-search";
import { findClaim } from "@/lib/reports/find-claim";
import type { Report, ReportClaim } from "@/lib/reports/report";
import { words } from "@/lib/words/words";
import { presentCheckedArticle, presentCheckedClaim, presentFoundClaim, quoteOf } from "./present-check";

const t = words("mcp");

const slug = z.string().min(1).max(300).describe(t("slug"));
const number = z.int().min(1).max(999_999).describe(t("number"));

/** They read, and nothing outside of this installation. */
const annotations = { readOnlyHint: true, openWorldHint: false } as const;

/**
 * A server of the Model Context Protocol with tools that read what is published. It keeps nothing between calls: make one for each connection.
 * Everything comes from publications, so drafts can't be reached, and what was redacted is gone.
 */
export function makeMcpServer(): McpServer {
  const server = new McpServer({ name: "obelus", title: "Obelus", version: "1" });
  server.registerTool(
    "search_checks",
    {
      title: t("search.title"),
      description: t("search.description"),
      inputSchema: {
        query: z.string().trim().min(1).max(200).describe(t("words")),
        limit: z.int().min(1).max(20).default(10),
      },
      annotations,
    },
    async ({ query, limit }) => {
      // The search of readers, so that both find the same.
      const { q, ...filters } = readSearchInput((name) => (name === "q" ? query : null));
      const words = await searchQuery(q, { ...filters, claimantIds: [] });
      const found = words === null ? { items: [] } : await searchPublicClaims(words, { limit, after: null });
      return answer({ claims: found.items.map(presentFoundClaim) });
    },
  );
  server.registerTool(
    "get_claim",
    {
      title: t("claim.title"),
      description: t("claim.description"),
      inputSchema: { slug, number },
      annotations,
    },
    (input) => withClaim(input, presentCheckedClaim),
  );
  server.registerTool(
    "get_article",
    {
      title: t("article.title"),
      description: t("article.description"),
      inputSchema: { slug, from: z.int().min(1).max(100_000).default(1).describe(t("from")) },
      annotations,
    },
    async ({ slug: name, from }) => {
      const publication = await findCurrentPublication(name);
      return publication ? answer(presentCheckedArticle(publication.report, from)) : missing();
    },
  );
  server.registerTool(
    "quote",
    {
      title: t("quote.title"),
      description: t("quote.description"),
      inputSchema: { slug, number },
      annotations,
    },
    (input) => withClaim(input, quoteOf),
  );
  return server;
}

async function withClaim(
  { slug: name, number: wanted }: { slug: string; number: number },
  present: (report: Report, claim: ReportClaim) => Record<string, unknown>,
): Promise<CallToolResult> {
  const publication = await findCurrentPublication(name);
  const claim = publication && findClaim(publication.report, wanted);
  return claim ? answer(present(publication.report, claim)) : missing();
}

/** As data, and as text for programs that read no data. */
function answer(value: Record<string, unknown>): CallToolResult {
  return { structuredContent: value, content: [{ type: "text", text: JSON.stringify(value) }] };
}

function missing(): CallToolResult {
  return { isError: true, content: [{ type: "text", text: t("notFound") }] };
}
